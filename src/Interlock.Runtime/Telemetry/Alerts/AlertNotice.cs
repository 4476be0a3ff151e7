using Interlock.Core.Text;
using Interlock.Recording.Flight.Session;

namespace Interlock.Runtime.Telemetry.Alerts;

/// <summary>An alert as a sink tells it: one for a group.</summary>
/// <param name="Alert">The newest of the group; its count is that of the group.</param>
/// <param name="Utc">When it is told.</param>
/// <param name="Source">Name of the run.</param>
/// <param name="WithinS">Over how many seconds the group was counted; 0 for a first alert.</param>
/// <param name="Suppressed">Alerts before this one that this sink did not tell, because of its rate.</param>
public sealed record AlertNotice(Alert Alert, DateTimeOffset Utc, string Source, double WithinS, long Suppressed)
{
    /// <summary>One line.</summary>
    public string Text
    {
        get
        {
            string times = Alert.Count == 1 ? "" : WithinS > 0 ? $" ({Alert.Count} times more within {ShortNumber.Of(WithinS, "s")})" : $" ({Alert.Count} times)";
            string left = Suppressed == 0 ? "" : $" [{Suppressed} alerts before this one were not told: rate limit]";
            return $"{Mark(Alert.Level)} {Source}: {OneLine(Alert.Sentence)}{times}{left}";
        }
    }

    private static string Mark(FlightLevel level) => level.ToString().ToLowerInvariant();

    // A sentence may quote a name from outside.
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '·' : letter));
}
