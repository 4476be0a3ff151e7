using System.Globalization;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>An alert sink in one word: <c>console</c>, <c>file:PATH</c>, <c>webhook:VARIABLE</c> or <c>webhook-file:PATH</c>, and keys of a run file behind commas.</summary>
internal static class AlertWord
{
    public const string Help =
        "Tell somebody what happens: console, file:PATH (JSON lines), webhook:VARIABLE (variable with the secret address) or webhook-file:PATH; "
        + "then keys of a run file, as in file:alerts.jsonl,level=error,group_s=300. May be said several times";

    /// <summary>The sink, or what is wrong.</summary>
    public static (AlertSettings? Alert, string? Fault) Read(string word)
    {
        string[] parts = word.Split(',');
        string[] sink = parts[0].Split(':', 2);
        AlertSettings? alert = (sink[0], sink.ElementAtOrDefault(1)) switch
        {
            ("console", null) => new AlertSettings { Sink = AlertSinkKind.Console },
            ("file", { Length: > 0 } path) => new AlertSettings { Sink = AlertSinkKind.File, Path = path },
            ("webhook", { Length: > 0 } variable) => new AlertSettings { Sink = AlertSinkKind.Webhook, AddressVariable = variable },
            ("webhook-file", { Length: > 0 } path) => new AlertSettings { Sink = AlertSinkKind.Webhook, AddressFile = path },
            _ => null,
        };
        string? wrong = alert is null ? parts[0] : null;
        for (int i = 1; i < parts.Length && wrong is null; i++)
        {
            alert = With(alert!, parts[i].Split('=', 2));
            wrong = alert is null ? parts[i] : null;
        }

        return wrong is null ? (alert, null) : (null, $"--alerts {Quoted.Of(wrong)} is not known; {Help}.");
    }

    // Ranges as of the run file.
    private static AlertSettings? With(AlertSettings alert, string[] pair) => (pair[0], pair.ElementAtOrDefault(1)) switch
    {
        ("level", { } word) when EnumWord.Find<AlertLevel>(word) is { } level => alert with { Level = level },
        ("group_s", { } word) when Number(word) is >= 0 and <= 86400 and var seconds => alert with { GroupS = seconds },
        ("per_minute", { } word) when Number(word) is >= 0.01 and <= 6000 and var rate => alert with { PerMinute = rate },
        ("burst", { } word) when Number(word) is >= 1 and <= 1000 and var burst => alert with { Burst = (int)burst },
        _ => null,
    };

    private static double Number(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN;
}
