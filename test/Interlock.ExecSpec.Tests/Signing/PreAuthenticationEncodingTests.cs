using System.Text;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Tests.Signing;

public sealed class PreAuthenticationEncodingTests
{
    [Theory]
    [InlineData("http://example.com/HelloWorld", "hello world", "DSSEv1 29 http://example.com/HelloWorld 11 hello world")]
    [InlineData("http://example.com/HelloWorld", "", "DSSEv1 29 http://example.com/HelloWorld 0 ")]
    [InlineData("", "", "DSSEv1 0  0 ")]
    [InlineData("a", "1 2 3", "DSSEv1 1 a 5 1 2 3")]
    [InlineData("type/é", "ಠ", "DSSEv1 7 type/é 3 ಠ")]
    public void Lengths_are_counted_in_bytes(string type, string body, string expected) =>
        Assert.Equal(Encoding.UTF8.GetBytes(expected), PreAuthenticationEncoding.Of(type, Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_body_may_hold_any_bytes()
    {
        byte[] body = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Assert.Equal([.. "DSSEv1 1 t 256 "u8, .. body], PreAuthenticationEncoding.Of("t", body));
    }

    [Fact]
    public void Moving_a_byte_from_type_to_body_gives_other_bytes() =>
        Assert.NotEqual(PreAuthenticationEncoding.Of("ab", "c"u8), PreAuthenticationEncoding.Of("a", "bc"u8));
}
