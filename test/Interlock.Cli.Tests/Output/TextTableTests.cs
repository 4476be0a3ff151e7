using Interlock.Cli.Output;

namespace Interlock.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_are_aligned_and_an_empty_one_is_left_out()
    {
        TextTable table = new("channel", "min", "unit");
        table.Add("a", "1", "");
        table.Add("long", "-10", "");
        Assert.Equal("channel  min\na          1\nlong     -10\n", Written(writer => table.Write(writer, 80)));
    }

    [Fact]
    public void A_row_that_does_not_fit_becomes_a_name_and_its_cells_below_it()
    {
        TextTable table = new("channel", "min", "kind");
        table.Add("shoulder_pan.pos", "-1", "");
        Assert.Equal("shoulder_pan.pos\n  min -1\n", Written(writer => table.Write(writer, 18)));
    }

    [Theory]
    [InlineData("one two three", 7, "one two\n  three\n")]
    [InlineData("one", 2, "one\n")]
    [InlineData("", 10, "\n")]
    public void Text_is_broken_between_words(string text, int width, string expected) =>
        Assert.Equal(expected, Written(writer => WrappedText.Write(writer, text, width, hanging: 2)));

    [Theory]
    [InlineData(-1e-6, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(0.00166321, "0.001663")]
    [InlineData(-123.34151, "-123.3415")]
    [InlineData(double.NaN, "NaN")]
    public void Numbers_are_short_and_zero_has_no_sign(double value, string expected) => Assert.Equal(expected, PlainNumber.Of(value));

    private static string Written(Action<TextWriter> write)
    {
        using StringWriter writer = new();
        write(writer);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
