using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>Chunks of timed actions as rows.</summary>
internal static class LerobotChunk
{
    /// <summary>True when a chunk answers this observation: row 0 has its step and, where asked for, its time stamp, which servers copy to the bit.</summary>
    public static bool Answers(IReadOnlyList<TimedAction> actions, TimedObservation observation, bool checksTimestamp) =>
        actions[0].Timestep == observation.Timestep
        && (!checksTimestamp || BitConverter.DoubleToInt64Bits(actions[0].TimestampS) == BitConverter.DoubleToInt64Bits(observation.TimestampS));

    /// <summary>Rows in the order of their steps, which must go up by one: anything else is no trajectory.</summary>
    public static ActionBlock Copy(IReadOnlyList<TimedAction> actions, Span<double> destination, string address)
    {
        ActionBlock whole = new(0, actions[0].Action.ElementCount, 0);
        foreach (TimedAction action in actions)
        {
            RequireNext(action, actions[0].Timestep + whole.Rows, whole.Columns, address);
            ActionBlock row = ActionRows.Copy(action.Action, destination[(whole.Rows * whole.Columns)..]);
            whole = new ActionBlock(whole.Rows + 1, whole.Columns, whole.NonFinite + row.NonFinite);
        }

        return whole;
    }

    private static void RequireNext(TimedAction action, long step, int columns, string address)
    {
        if (action.Timestep != step)
        {
            throw RemoteError.Of(RemoteCodes.OutOfOrder, address, "GetActions", $"a row for step {action.Timestep} stands where step {step} was expected");
        }

        if (action.Action.ElementCount != columns)
        {
            throw Shape(action, columns, address);
        }
    }

    private static DiagnosticException Shape(TimedAction action, int columns, string address) => RemoteError.Of(
        RemoteCodes.WrongShape, address, "GetActions", $"the row for step {action.Timestep} has {action.Action.ElementCount} values, the first has {columns}");
}
