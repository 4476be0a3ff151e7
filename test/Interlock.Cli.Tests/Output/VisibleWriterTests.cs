using Interlock.Cli.Output;

namespace Interlock.Cli.Tests.Output;

public sealed class VisibleWriterTests
{
    [Theory]
    [InlineData("plain ü 漢 🤖\tand more", "plain ü 漢 🤖\tand more")]
    [InlineData("\u001b[2J\u001b]0;title\u0007", "·[2J·]0;title·")]
    [InlineData("\u009b31m\u0000\u007f\b", "·31m···")]
    [InlineData("a\u202egnp.exe\u2066\u200f", "a·gnp.exe··")]
    [InlineData("first\rlast\u2028", "first·last·")]
    public async Task What_a_terminal_would_act_on_becomes_a_dot_on_every_way(string text, string shown)
    {
        using StringWriter inner = new() { NewLine = "\n" };
        await using VisibleWriter writer = new(inner, redraws: false);
        writer.Write(text);
        writer.WriteLine(text);
        writer.Write(text.AsSpan());
        writer.Write(text.ToCharArray());
        writer.Write("{0}", text);
        await writer.WriteLineAsync(text);
        await writer.WriteAsync(text);
        foreach (char letter in text)
        {
            writer.Write(letter);
        }

        Assert.Equal($"{shown}{shown}\n{shown}{shown}{shown}{shown}\n{shown}{shown}", inner.ToString());
    }

    [Fact]
    public void Progress_may_begin_its_line_anew()
    {
        using StringWriter inner = new();
        using VisibleWriter writer = new(inner, redraws: true);
        inner.NewLine = "\n";
        writer.Write("\r40 %\u001b");
        writer.WriteLine("\rno");
        Assert.Equal("\r40 %··no\n", inner.ToString());
    }
}
