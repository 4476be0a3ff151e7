using System.Text.RegularExpressions;

namespace Interlock.Architecture.Tests;

/// <summary>Ours is a software stop: no page may call it an emergency stop, or what it guards safe.</summary>
public sealed partial class StopWordsTests
{
    [Fact]
    public void No_page_calls_our_stop_an_emergency_stop()
    {
        IEnumerable<string> wrong =
            from path in Repository.Pages
            from sentence in Sentence().Split(File.ReadAllText(path))
            where EmergencyStop().IsMatch(sentence) && !OfSomethingElse().IsMatch(sentence)
            select $"{Repository.Relative(path)}: {sentence.Trim()}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_source_calls_our_stop_an_emergency_stop()
    {
        IEnumerable<string> wrong =
            from path in Repository.Sources
            from line in File.ReadLines(path)
            where EmergencyStop().IsMatch(line) && !OfSomethingElse().IsMatch(line)
            select $"{Repository.Relative(path)}: {line.Trim()}";
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Press Esc for the E-stop.", false)]
    [InlineData("Interlock's emergency stop latches.", false)]
    [InlineData("This is not an E-stop.", true)]
    [InlineData("Keep the robot's own emergency stop within reach.", true)]
    public void The_test_itself_tells_the_two_apart(string sentence, bool allowed) =>
        Assert.Equal(allowed, OfSomethingElse().IsMatch(sentence));

    [GeneratedRegex(@"\b(e-?stop|emergency[ -]stop)", RegexOptions.IgnoreCase)]
    private static partial Regex EmergencyStop();

    [GeneratedRegex(@"\b(not|never|nothing|no)\b|\b(controller|robot|hardware|rated|maker)('s)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfSomethingElse();

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n\s*\n|\n(?=[-*#|])")]
    private static partial Regex Sentence();
}
