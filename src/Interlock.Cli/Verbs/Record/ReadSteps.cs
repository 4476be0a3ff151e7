using System.Globalization;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Cli.Verbs.Record;

/// <summary>What reading a flight recording through found.</summary>
/// <param name="Steps">Whole steps.</param>
/// <param name="Events">Events.</param>
/// <param name="Counted">Steps that the recorder had counted at its end; null when it never came to that.</param>
internal sealed record ReadSteps(long Steps, long Events, long? Counted)
{
    /// <summary>What is wrong, as the end of a sentence; null for nothing.</summary>
    public string? Problem => Counted is null ? "the recorder did not come to its end; how much is missing is not known."
        : Counted != Steps ? $"the recorder counted {Counted:N0} steps, {Steps:N0} are there."
        : null;

    public static ReadSteps Of(string path, CancellationToken cancellation)
    {
        using FlightLog log = FlightLog.Open(path);
        long steps = 0;
        foreach (FlightStep _ in log.Steps())
        {
            cancellation.ThrowIfCancellationRequested();
            steps++;
        }

        bool isCounted = long.TryParse(log.End?.GetValueOrDefault("steps"), NumberStyles.Integer, CultureInfo.InvariantCulture, out long counted);
        return new ReadSteps(steps, log.Events().LongCount(), isCounted ? counted : null);
    }
}
