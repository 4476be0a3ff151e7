namespace Interlock.Core.Text;

/// <summary>An alarm of the guard as half a sentence: what is unusual, value and limit with unit.</summary>
public static class AlarmText
{
    /// <summary>For example <c>reversal_rate left its usual course: 52 spreads, limit 45</c>.</summary>
    /// <param name="code">Of the alarm; others than GD410 to GD413 are named by it.</param>
    /// <param name="monitor">Name of the monitor that drives it; null where none is known.</param>
    /// <param name="value">Its statistic; NaN where none is known.</param>
    /// <param name="limit">Its threshold; NaN where none is known.</param>
    public static string Of(string code, string? monitor, double value, double limit) => code switch
    {
        "GD410" => $"unusual actions have piled up{Numbers(value, limit, "in the CUSUM statistic")}",
        "GD411" => $"{monitor ?? "a monitor"} left its usual course{Numbers(value, limit, "spreads")}",
        "GD412" => $"the actions are novel and confused at once{Numbers(value, limit, "spreads or more")}",
        "GD413" => "the episodes are no longer like the demonstrations",
        _ => $"alarm {code}",
    };

    private static string Numbers(double value, double limit, string unit) =>
        double.IsNaN(value) ? "" : $": {ShortNumber.Of(value, unit)}, limit {ShortNumber.Of(limit)}";
}
