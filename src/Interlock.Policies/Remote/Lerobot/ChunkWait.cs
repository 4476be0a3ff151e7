using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>Asks for actions until those for one observation come or the time is over.</summary>
internal sealed class ChunkWait(LerobotChannel channel, LerobotOptions options, TimeProvider time, Action<Func<RemoteCounts, RemoteCounts>> count)
{
    // The server itself waits up to 2 s for an observation; an exception comes back at once and is asked about no more often than this.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private int _empty;
    private int _stale;

    public async Task<IReadOnlyList<TimedAction>> ForAsync(TimedObservation observation, Deadline deadline)
    {
        try
        {
            while (true)
            {
                IReadOnlyList<TimedAction> actions = LerobotPayload.ReadActions(await channel.ActionsAsync(deadline.Token));
                if (actions.Count > 0 && LerobotChunk.Answers(actions, observation, options.ChecksTimestamps))
                {
                    return actions;
                }

                Note(actions);
                await Task.Delay(Pause, time, deadline.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.IsOver && _empty + _stale > 0)
        {
            throw Nothing(observation);
        }
    }

    private void Note(IReadOnlyList<TimedAction> actions)
    {
        _empty += actions.Count == 0 ? 1 : 0;
        _stale += actions.Count == 0 ? 0 : 1;
        count(counts => actions.Count == 0
            ? counts with { EmptyReplies = counts.EmptyReplies + 1 }
            : counts with { StaleRows = counts.StaleRows + actions.Count });
    }

    private DiagnosticException Nothing(TimedObservation observation) => _stale > 0
        ? RemoteError.Of(
            RemoteCodes.OtherObservation, options.Address, "GetActions", $"{_stale} replies were for other observations than that of step {observation.Timestep}", "does another client use this server?")
        : RemoteError.Of(
            RemoteCodes.NothingAvailable,
            options.Address,
            "GetActions",
            $"{_empty} empty replies: nothing available, or the server failed, which cannot be told apart",
            observation.MustGo
                ? "the cause is in the server's log"
                : "the server leaves out observations nearer than 1.0 to the last in raw units; robots in rad are hit by it unless an answer is demanded");
}
