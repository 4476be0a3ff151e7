using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Tests.Import.Json;

public sealed class JsonFileTests
{
    [Theory]
    [InlineData("{\"a\": [1,}", "EX122")]
    [InlineData("{\"a\": 1} {", "EX122")]
    [InlineData("{\"a\": 1", "EX122")]
    [InlineData("{\"a\": \"\\ud83d\"}", "EX122")]
    [InlineData("{\"a\": \"\\ud83d\\u0041\"}", "EX122")]
    [InlineData("{\"\\udc00\": 1}", "EX122")]
    [InlineData("{NaN: 1}", "EX122")]
    [InlineData("{\"a\": 1NaN}", "EX122")]
    [InlineData("{\"a\": +Infinity}", "EX122")]
    [InlineData("{\"a\": 1, \"b\": 2, \"a\": 3}", "EX123")]
    [InlineData("{\"a\": 1, \"\\u0061\": 3}", "EX123")]
    [InlineData("{\"x\": {\"a\": 1, \"a\": 3}}", "EX123")]
    public void What_is_not_JSON_is_a_typed_error(string text, string code) => Assert.Equal(code, Refusal(Bytes(text)).Code);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_a_typed_error() => Assert.Equal("EX122", Refusal([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Code);

    [Fact]
    public void Nesting_is_read_to_a_depth_of_64_and_not_deeper()
    {
        Assert.NotNull(JsonFile.Parse(Bytes(Nested(63)), "f"));
        Assert.Equal("EX122", Refusal(Bytes(Nested(64))).Code);
        Assert.Equal("EX122", Refusal(Bytes(Nested(1_000_000))).Code);
    }

    [Fact]
    public void A_repeated_key_is_named_with_its_line()
    {
        Diagnostic refusal = Refusal(Bytes("{\n\"a\": 1,\n\"b\": 2,\n\"b\": 3}"));
        Assert.Equal(4, refusal.Place!.Line);
        Assert.Contains("'b'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_in_two_objects_is_fine() =>
        Assert.Equal(2, JsonFile.Parse(Bytes("{\"a\": {\"k\": 1}, \"b\": {\"k\": 2}}"), "f").Root.Member("b")!.Value.Member("k")!.Value.Number());

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal(1, JsonFile.Parse([0xEF, 0xBB, 0xBF, .. Bytes("{\"a\": 1}")], "f").Root.Member("a")!.Value.Number());

    [Fact]
    public void The_words_that_Python_writes_for_non_finite_numbers_are_read()
    {
        JsonView view = JsonFile.Parse(Bytes("{\"a\": [NaN, Infinity, -Infinity, -1, 1e999, -1e999]}"), "f").Root.Member("a")!.Value;
        double[] expected = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, double.PositiveInfinity, double.NegativeInfinity];
        Assert.Equal(expected, JsonNumbers.Table(view, new DiagnosticCollector())!.Values);
    }

    [Fact]
    public void Those_words_inside_a_text_stay_text()
    {
        JsonView root = JsonFile.Parse(Bytes("{\"NaN\": \"-Infinity \\\" NaN\", \"b\": \"Infinity\"}"), "f").Root;
        Assert.Equal("-Infinity \" NaN", root.Member("NaN")!.Value.Text());
        Assert.Equal("Infinity", root.Member("b")!.Value.Text());
        Assert.Null(root.Member("b")!.Value.Number());
    }

    [Theory]
    [InlineData("[]", 1, 0)]
    [InlineData("[1, 2, 3]", 1, 3)]
    [InlineData("[[1, 2, 3], [4, 5, 6]]", 2, 3)]
    [InlineData("[[]]", 1, 0)]
    public void Numbers_are_read_flat_or_per_time_step(string text, int rows, int columns)
    {
        NumberTable table = Table(text, out _)!;
        Assert.Equal((rows, columns, rows * columns), (table.Rows, table.Columns, table.Values.Length));
    }

    [Theory]
    [InlineData("[1, [2]]")]
    [InlineData("[[1], 2]")]
    [InlineData("[[1], [2, 3]]")]
    [InlineData("[[[1]]]")]
    [InlineData("[1, null]")]
    [InlineData("[\"1\"]")]
    [InlineData("[true]")]
    [InlineData("{\"a\": 1}")]
    [InlineData("3")]
    public void Anything_else_in_place_of_numbers_is_a_finding(string text)
    {
        Assert.Null(Table(text, out DiagnosticCollector findings));
        Assert.Equal("EX139", Assert.Single(findings.Items).Code);
    }

    private static NumberTable? Table(string text, out DiagnosticCollector findings)
    {
        findings = new DiagnosticCollector();
        return JsonNumbers.Table(JsonFile.Parse(Bytes($"{{\"a\": {text}}}"), "f").Root.Member("a")!.Value, findings);
    }

    private static Diagnostic Refusal(byte[] bytes) =>
        Assert.Single(Assert.Throws<DiagnosticException>(() => JsonFile.Parse(bytes, "f")).Diagnostics);

    private static string Nested(int depth) => $"{{\"a\": {new string('[', depth)}{new string(']', depth)}}}";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
