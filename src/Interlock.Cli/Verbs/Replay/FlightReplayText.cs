using Interlock.Cli.Output;
using Interlock.Runtime.Replay;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>The replay of a flight recording for people; the last line is the answer.</summary>
internal sealed class FlightReplayText(TextWriter output, int width, FlightReplayOutcome outcome)
{
    private readonly GuardReplayResult _result = outcome.Result;

    public void Write()
    {
        Line($"{outcome.ContractName} (mode {_result.Contract.Mode.ToString().ToLowerInvariant()}) on {outcome.Path}, run {outcome.RunId}");
        Line($"{_result.Ticks:N0} ticks; the guard was called at {_result.Steps:N0} of them and changed or refused {_result.RecordedInterventions:N0}");
        if (_result.NotComparable > 0)
        {
            Line($"{_result.NotComparable:N0} steps lie between a gap in the recording and the next episode: what the guard remembered there is not known, so they are not compared.");
        }

        if (outcome.IsWhatIf)
        {
            WriteWhatIf();
        }
        else
        {
            WriteComparison();
        }
    }

    private void WriteComparison()
    {
        if (_result.Differences.Count > 0)
        {
            TextTable table = new("tick", "episode", "recorded", "replayed", "channel", "recorded command", "replayed command");
            foreach (ReplayedDifference item in _result.Differences)
            {
                table.Add($"{item.Tick}", $"{item.Episode}", item.RecordedVerdict, item.ReplayedVerdict, item.Channel ?? "", $"{item.RecordedValue:R}", $"{item.ReplayedValue:R}");
            }

            Listed(table, _result.Differences.Count, _result.Compared - _result.Identical, "differences");
        }

        Line(string.Empty);
        Line(_result.Compared == 0
            ? "nothing to compare: there is no guard step in this recording whose past is known."
            : $"identical verdicts and commands: {_result.Identical:N0} of {_result.Compared:N0} steps");
    }

    private void WriteWhatIf()
    {
        if (_result.Interventions.Count > 0)
        {
            TextTable table = new("tick", "code", "verdict", "channel", "value", "limit");
            foreach (ReplayedIntervention item in _result.Interventions)
            {
                table.Add($"{item.Tick}", item.Code, item.Verdict.ToString().ToLowerInvariant(), item.Channel ?? "", Number(item.Value, ""), Number(item.Limit, item.Unit));
            }

            Listed(table, _result.Interventions.Count, null, "interventions, each where it begins");
        }

        if (_result.LatchedAtTick is { } tick)
        {
            Line($"it would have latched a stop at tick {tick}, which the recorded guard did not; steps from there to the next reset count as refused.");
        }

        Line(string.Empty);
        Line($"Under {outcome.ContractName} the guard would have intervened at {_result.ReplayedInterventions:N0} of {_result.Steps:N0} steps instead of {_result.RecordedInterventions:N0}. The robot's answer to other commands is not simulated.");
    }

    private void Listed(TextTable table, int shown, long? all, string what)
    {
        Line(string.Empty);
        Line(all is { } count && count > shown ? $"the first {shown} of {count:N0} {what}:" : $"the first {what}:");
        table.Write(output, width);
    }

    private static string Number(double value, string unit) => double.IsNaN(value) ? "" : PlainNumber.Of(value, unit);

    private void Line(string text) => WrappedText.Write(output, text, width);
}
