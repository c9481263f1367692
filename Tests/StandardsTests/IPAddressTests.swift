import Foundation
import Testing

@testable import Standards

@Suite struct IPAddressTests {
  struct Vector: Sendable, CustomTestStringConvertible {
    let address: String
    let isPublic: Bool
    let remark: String
    var testDescription: String { "\(address) (\(remark))" }
  }

  /// First, last and neighbours of every special block.
  static let vectors: [Vector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Resources/address_vectors.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { return nil }
      return Vector(address: fields[0], isPublic: fields[1] == "allow", remark: fields[2])
    }
  }()

  @Test func `the vectors are all there`() {
    #expect(Self.vectors.count == 149)
    #expect(Self.vectors.filter(\.isPublic).count == 53)
  }

  @Test(arguments: vectors) func `an address is public or says why not`(_ vector: Vector) throws {
    let address = try #require(IPAddress(vector.address))
    #expect(address.isPublic == vector.isPublic)
    #expect((address.addressBlock == nil) == vector.isPublic)
  }

  @Test(arguments: [
    ("10.1.2.3", "10.0.0.0/8", "private use"),
    ("::ffff:10.1.2.3", "10.0.0.0/8", "private use"),
    ("64:ff9b::7f00:1", "127.0.0.0/8", "loopback"),
    ("::1", "::1/128", "loopback"),
    ("fe80::1", "fe80::/10", "link-local"),
    ("2001:db8::1", "2001:db8::/32", "documentation"),
    ("4000::", "::/0", "not allocated"),
  ]) func `the block is named`(_ text: String, _ range: String, _ purpose: String) throws {
    let block = try #require(IPAddress(text)?.addressBlock)
    #expect(block.range == range && block.purpose == purpose)
  }

  @Test(arguments: [
    ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("::", "::"),
    ("0:0:0:0:0:0:0:0", "::"), ("1::", "1::"), ("::1:0:0", "::1:0:0"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
    ("2001:DB8::A", "2001:db8::a"), ("::1.2.3.4", "::102:304"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ("0001:0002::", "1:2::"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
  ]) func `the printed form is canonical`(_ text: String, _ canonical: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == canonical)
    #expect(IPAddress(canonical) == address)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4 ", "0x1.2.3.4", "1..2.3", "a.b.c.d",
    ":", ":::", "1:", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::",
    "1:2:3:4:5:6:7:8::", "::1%eth0", "[::1]", "1.2.3.4::", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4",
    "::01.2.3.4", "::1.2.3.4:5", "1:2:3:4::5:6:7:8",
  ]) func `what is no address is none`(_ text: String) {
    #expect(IPAddress(text) == nil)
  }
}
