using Interlock.Core.Text;

namespace Interlock.Core.Tests.Text;

public sealed class AlarmTextTests
{
    [Theory]
    [InlineData("GD410", "p_value", 190.5, 185.25, "unusual actions have piled up: 190.5 in the CUSUM statistic, limit 185.25")]
    [InlineData("GD411", "reversal_rate", 52, 45, "reversal_rate left its usual course: 52 spreads, limit 45")]
    [InlineData("GD411", null, double.NaN, double.NaN, "a monitor left its usual course")]
    [InlineData("GD412", "stall", 4, 3.5, "the actions are novel and confused at once: 4 spreads or more, limit 3.5")]
    [InlineData("GD413", null, double.NaN, double.NaN, "the episodes are no longer like the demonstrations")]
    [InlineData("GD499", null, 1, 2, "alarm GD499")]
    public void An_alarm_says_what_is_unusual(string code, string? monitor, double value, double limit, string words) =>
        Assert.Equal(words, AlarmText.Of(code, monitor, value, limit));
}
