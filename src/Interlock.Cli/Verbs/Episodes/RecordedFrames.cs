using Interlock.Core.Episodes;
using Interlock.Datasets.Writing;
using Interlock.Recording.Episodes;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>
/// A flight recording as episodes of frames: runs of ticks without a gap that have an action and a measured state and one episode number,
/// every so many ticks one.
/// </summary>
internal sealed class RecordedFrames(FlightLog log, RecordedSignal signal, int every, bool? success)
{
    private const string HumanState = "human_control";
    private const double NsPerS = 1e9;

    public IEnumerable<WrittenEpisode> Episodes()
    {
        List<FlightStep> run = [];
        FlightStep? last = null;
        int sinceBegin = 0;
        foreach (FlightStep step in log.Steps().Where(step => Row(step) is not null && step.State is not null))
        {
            if (run.Count > 0 && (step.Tick != last!.Tick + 1 || step.Episode != last.Episode))
            {
                yield return Make(run);
                run.Clear();
            }

            sinceBegin = run.Count == 0 ? 0 : sinceBegin + 1;
            if (sinceBegin % every == 0)
            {
                run.Add(step);
            }

            last = step;
        }

        if (run.Count > 0)
        {
            yield return Make(run);
        }
    }

    private double[]? Row(FlightStep step) => signal switch
    {
        RecordedSignal.Guarded => step.Guarded,
        RecordedSignal.Unnormalised => step.Unnormalised,
        _ => step.Executed,
    };

    private WrittenEpisode Make(List<FlightStep> run) => new()
    {
        Episode = new Episode
        {
            Index = run[0].Episode,
            Length = run.Count,
            Actions = [.. run.SelectMany(step => Row(step)!)],
            ActionDimension = log.Layout.Channels.Count,
            States = [.. run.SelectMany(step => step.State!)],
            StateDimension = log.Layout.Channels.Count,
            TimestampsS = [.. run.Select(step => (step.MonotonicNs - run[0].MonotonicNs) / NsPerS)],
            Task = log.Session.Task,
            Success = success,
        },
        Interventions = [.. run.Select(step => step.SupervisorState == HumanState)],
        Texts =
        [
            ("run_id", [.. run.Select(_ => log.Session.RunId)]),
            ("verdict", [.. run.Select(step => step.Verdict)]),
            ("supervisor_state", [.. run.Select(step => step.SupervisorState)]),
            ("source", [.. run.Select(step => step.ActionSource)]),
        ],
        Numbers =
        [
            ("tick", [.. run.Select(step => (double)step.Tick)]),
            ("policy_step", [.. run.Select(step => step.PolicyStep)]),
            ("force_n", [.. run.Select(step => step.ForceN ?? double.NaN)]),
            ("confidence", [.. run.Select(step => step.Confidence ?? double.NaN)]),
        ],
    };
}
