import CMD4C

/// Runs md4c over a text. The only place that sees its pointers.
enum MD4C {
  /// Reads the whole text, or stops when the state goes over its budget.
  static func read(_ state: inout ParserState, withTables: Bool) {
    var flags = UInt32(MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    if withTables { flags |= UInt32(MD_FLAG_TABLES) }
    var parser = MD_PARSER(
      abi_version: 0, flags: flags, enter_block: enterBlock, leave_block: leaveBlock,
      enter_span: enterSpan, leave_span: leaveSpan, text: text, debug_log: nil, syntax: nil)
    let source = state.text
    withUnsafeMutablePointer(to: &state) { state in
      _ = source.withMemoryRebound(to: CChar.self) { source in
        md_parse(source.baseAddress, MD_SIZE(source.count), &parser, state)
      }
    }
  }

  private typealias BlockCallback =
    @convention(c) (MD_BLOCKTYPE, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Int32
  private typealias SpanCallback =
    @convention(c) (MD_SPANTYPE, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> Int32

  private static let enterBlock: BlockCallback = { type, detail, state in
    guard let state = state?.assumingMemoryBound(to: ParserState.self) else { return -1 }
    state.pointee.endHTML(isBlock: false)
    switch type {
    case MD_BLOCK_QUOTE: state.pointee.enterQuote()
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      state.pointee.enterHeading(level: Int(level))
    case MD_BLOCK_CODE:
      guard let code = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee,
        code.fence_char != 0
      else { break }
      state.pointee.enterFence(
        UInt8(bitPattern: code.fence_char), info: UnsafeRawPointer(code.info.text),
        count: Int(code.info.size))
    default: break
    }
    return 0
  }

  private static let leaveBlock: BlockCallback = { type, _, state in
    guard let state = state?.assumingMemoryBound(to: ParserState.self) else { return -1 }
    state.pointee.endHTML(isBlock: type == MD_BLOCK_HTML)
    switch type {
    case MD_BLOCK_QUOTE: state.pointee.leaveQuote()
    case MD_BLOCK_H: state.pointee.leaveHeading()
    case MD_BLOCK_CODE: state.pointee.leaveFence()
    default: break
    }
    return 0
  }

  private static let enterSpan: SpanCallback = { type, detail, state in
    guard let state = state?.assumingMemoryBound(to: ParserState.self) else { return -1 }
    guard type == MD_SPAN_A || type == MD_SPAN_IMG,
      // md4c.h: the details of links and images have the same layout.
      let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
    else { return 0 }
    state.pointee.openSpan(
      OpenSpan(
        isImage: type == MD_SPAN_IMG, destination: state.pointee.range(of: link.href),
        destinationLength: Int(link.href.size), title: state.pointee.range(of: link.title)))
    // md4c 0.4.8 goes on after a positive number.
    return state.pointee.isOverBudget ? -1 : 0
  }

  private static let leaveSpan: SpanCallback = { type, _, state in
    guard let state = state?.assumingMemoryBound(to: ParserState.self) else { return -1 }
    if type == MD_SPAN_A || type == MD_SPAN_IMG { state.pointee.closeSpan() }
    return 0
  }

  private static let text:
    @convention(c) (MD_TEXTTYPE, UnsafePointer<CChar>?, MD_SIZE, UnsafeMutableRawPointer?) -> Int32 =
      { type, text, count, state in
        guard let state = state?.assumingMemoryBound(to: ParserState.self) else { return -1 }
        let kind: TextRun.Kind
        switch type {
        case MD_TEXT_NORMAL: kind = .text
        case MD_TEXT_ENTITY: kind = .entity
        case MD_TEXT_CODE: kind = .code
        case MD_TEXT_HTML: kind = .html
        default: return 0
        }
        state.pointee.add(kind, at: UnsafeRawPointer(text), count: Int(count))
        return 0
      }
}

extension ParserState {
  /// The source range of an attribute that md4c did not copy.
  fileprivate func range(of attribute: MD_ATTRIBUTE) -> Range<Int>? {
    guard attribute.size > 0, let start = offset(UnsafeRawPointer(attribute.text)) else {
      return nil
    }
    return start..<start + Int(attribute.size)
  }
}
