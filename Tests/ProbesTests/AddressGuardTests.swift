import Curl
import Model
import Testing

@testable import Probes

@Suite struct AddressGuardTests {
  private static let home = Endpoint.Address.v4(0x7F00_0001)
  private static let abroad = Endpoint.Address.v4(0x5DB8_D822)

  @Test(arguments: [
    Endpoint.Address.v4(0), .v4(0x0A00_0001), .v4(0x6440_0001), home, .v4(0xA9FE_A9FE),
    .v4(0xC0A8_0001), .v4(0xE000_0001), .v4(0xFFFF_FFFF), .v6(0, 0, scope: 0), .v6(0, 1, scope: 0),
    .v6(0, 0xFFFF_7F00_0001, scope: 0), .v6(0x0064_FF9B_0000_0000, 0x7F00_0001, scope: 0),
    .v6(0xFE80_0000_0000_0000, 1, scope: 2), .v6(0xFD00_0EC2_0000_0000, 0x254, scope: 0),
    .v6(0x2606_4700_0000_0000, 1, scope: 3), .other(family: 40),
  ])
  func `a private or reserved address is refused`(address: Endpoint.Address) {
    let refusal = AddressGuard().refusal(of: Endpoint(address, port: 80))
    #expect(refusal == .privateAddress("\(address)"))
  }

  @Test(arguments: [80, 443, 8000, 8080, 8443] as [UInt16])
  func `a public address is asked on the web's ports`(port: UInt16) {
    #expect(AddressGuard().refusal(of: Endpoint(Self.abroad, port: port)) == nil)
    let six = Endpoint.Address.v6(0x2606_4700_0000_0000, 1, scope: 0)
    #expect(AddressGuard().refusal(of: Endpoint(six, port: port)) == nil)
  }

  @Test(arguments: [0, 21, 22, 25, 6_379, 65_535] as [UInt16])
  func `another port is refused`(port: UInt16) {
    let refusal = AddressGuard().refusal(of: Endpoint(Self.abroad, port: port))
    #expect(refusal == .port(Int(port)))
  }

  @Test func `an exemption is for its address and port alone`() throws {
    var guarding = AddressGuard()
    guarding.exemptions = [try #require(Exemption("127.0.0.1:9999"))]
    #expect(guarding.refusal(of: Endpoint(Self.home, port: 9_999)) == nil)
    #expect(guarding.refusal(of: Endpoint(Self.home, port: 80)) != nil)
    #expect(guarding.refusal(of: Endpoint(.v4(0x7F00_0002), port: 9_999)) != nil)
  }

  @Test func `an exemption without a port is for all of them`() throws {
    var guarding = AddressGuard()
    guarding.exemptions = [try #require(Exemption("127.0.0.1"))]
    #expect(guarding.refusal(of: Endpoint(Self.home, port: 22)) == nil)
  }

  @Test(arguments: [
    ("127.0.0.0/8:9999", true), ("127.0.0.0/8:9998", false), ("10.0.0.0/8", false),
    ("127.0.0.1/32", true), ("127.0.0.0/32", false), ("0.0.0.0/0", true), ("::/0", false),
  ])
  func `an exemption can be for a block`(text: String, isExempt: Bool) throws {
    var guarding = AddressGuard()
    guarding.exemptions = [try #require(Exemption(text))]
    #expect((guarding.refusal(of: Endpoint(Self.home, port: 9_999)) == nil) == isExempt)
  }

  @Test(arguments: [
    ("[fd00::/8]:80", true), ("fd00::/64", true), ("fd00:0:0:1::/64", false),
    ("fd00::2:0:0:1/128", true),
    ("fd00::2:0:0:0/127", true), ("fd00::2:0:0:2/127", false),
  ])
  func `a block of version 6 is told bit by bit`(text: String, isExempt: Bool) throws {
    let endpoint = Endpoint(.v6(0xFD00_0000_0000_0000, 0x2_0000_0000_0001, scope: 0), port: 80)
    #expect(try #require(Exemption(text)).covers(endpoint) == isExempt)
  }

  @Test func `private addresses can be allowed, odd ports stay refused`() {
    var guarding = AddressGuard()
    guarding.allowsPrivate = true
    #expect(guarding.refusal(of: Endpoint(Self.home, port: 80)) == nil)
    #expect(guarding.refusal(of: Endpoint(Self.home, port: 22)) == .port(22))
  }
}

@Suite struct ExemptionTests {
  @Test(arguments: [
    ("10.0.0.1", Exemption(address: .v4(0x0A00_0001), port: nil)),
    ("10.0.0.1:81", Exemption(address: .v4(0x0A00_0001), port: 81)),
    ("::1", Exemption(address: .v6(0, 1, scope: 0), port: nil)),
    ("[::1]", Exemption(address: .v6(0, 1, scope: 0), port: nil)),
    ("[::1]:81", Exemption(address: .v6(0, 1, scope: 0), port: 81)),
  ])
  func `an address with or without a port is read`(text: String, exemption: Exemption) {
    #expect(Exemption(text) == exemption)
  }

  @Test(arguments: [
    "", "localhost", "localhost:80", "10.0.0", "0x7f.1", "10.0.0.1:", "10.0.0.1:0",
    "10.0.0.1:65536", "10.0.0.1:-1", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "[10.0.0.1]:80", "*",
    "[::1", "::1]:80",
  ])
  func `anything else is not`(text: String) { #expect(Exemption(text) == nil) }
}
