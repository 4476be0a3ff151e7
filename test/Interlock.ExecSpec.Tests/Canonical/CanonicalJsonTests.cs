using System.Text;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Canonical;

namespace Interlock.ExecSpec.Tests.Canonical;

/// <summary>
/// RFC 8785. The samples are rebuilt after those that the RFC's author publishes beside it (arrays, french, structures, unicode, values,
/// weird), which exist in several editions; they are not copies of the files, byte by byte.
/// </summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("arrays", """[ 56, { "d": true, "10": null, "1": [ ] } ]""", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData(
        "french",
        """{ "peach": "This sorting order", "péché": "is wrong according to French", "pêche": "but canonicalization MUST", "sin": "ignore locale" }""",
        """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""")]
    [InlineData(
        "structures",
        """{ "1": {"f": {"f": "hi","F": 5} ,"\n": 56.0}, "10": { }, "": "empty", "a": { }, "111": [ { } ], "A": { } }""",
        """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}""")]
    [InlineData("unicode", """{ "Unnormalized Unicode":"A\u030a" }""", "{\"Unnormalized Unicode\":\"A\u030a\"}")]
    [InlineData(
        "values",
        """{ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }""",
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""")]
    [InlineData(
        "weird",
        """{ "\u20ac": "Euro Sign", "\r": "Carriage Return", "\u000a": "Newline", "1": "One", "\u0080": "Control\u007f", "\ud83d\ude02": "Smiley", "\u00f6": "Latin Small Letter O With Diaeresis", "\ufb33": "Hebrew Letter Dalet With Dagesh", "</script>": "Browser Challenge" }""",
        "{\"\\n\":\"Newline\",\"\\r\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser Challenge\",\"\u0080\":\"Control\u007f\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"\U0001F602\":\"Smiley\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}")]
    public void Published_samples_have_their_published_form(string name, string input, string expected) =>
        Assert.True(Text(input) == expected, $"{name}: {Text(input)}");

    [Theory]
    [InlineData("\"\\u0008\\u0009\\u000a\\u000c\\u000d\\u0000\\u001f\"", "\"\\b\\t\\n\\f\\r\\u0000\\u001f\"")]
    [InlineData("\"\\u002f\\u007f\\u2028\"", "\"/\u007f\u2028\"")]
    [InlineData(" -0.0 ", "0")]
    [InlineData("-0e7", "0")]
    public void Values_have_one_form(string input, string expected) => Assert.Equal(expected, Text(input));

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("[1,]", "not JSON")]
    [InlineData("NaN", "not JSON")]
    [InlineData("[Infinity]", "not JSON")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "occurs twice")]
    [InlineData("1e400", "beyond the range")]
    [InlineData("[-1e309]", "beyond the range")]
    [InlineData("\"\\ud800\"", "half a surrogate")]
    [InlineData("{\"\\udc00\":1}", "half a surrogate")]
    [InlineData("\"\\udc00\\ud800\"", "half a surrogate")]
    public void What_has_no_canonical_form_is_refused(string input, string words)
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => Text(input));
        Assert.Equal("EX204", Assert.Single(refusal.Diagnostics).Code);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_utf8_is_refused()
    {
        byte[] input = [(byte)'"', 0xC3, 0x28, (byte)'"'];
        Assert.Throws<DiagnosticException>(() => CanonicalJson.Canonicalise(input));
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        string Nested(int depth) => new string('[', depth) + new string(']', depth);
        Assert.Equal(Nested(CanonicalJson.LargestDepth), Text(Nested(CanonicalJson.LargestDepth)));
        Assert.Throws<DiagnosticException>(() => Text(Nested(CanonicalJson.LargestDepth + 1)));
        using JsonDocument deep = JsonDocument.Parse(Nested(1000), new JsonDocumentOptions { MaxDepth = 1001 });
        Assert.Throws<DiagnosticException>(() => CanonicalJson.Canonicalise(deep.RootElement));
    }

    [Fact]
    public void The_digest_is_that_of_the_canonical_bytes() =>
        Assert.Equal(
            "43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777",
            CanonicalJson.Sha256Hex("{ \"b\" : 2, \"a\" : 1.0 }"u8.ToArray()));

    private static string Text(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalise(Encoding.UTF8.GetBytes(json)));
}
