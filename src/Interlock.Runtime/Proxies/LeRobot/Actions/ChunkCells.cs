using System.Runtime.InteropServices;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Proxies.LeRobot.Actions;

/// <summary>The rows of a chunk where they lie in the reply.</summary>
internal sealed class ChunkCells
{
    private ChunkCells(IReadOnlyList<TimedAction> actions, ActionCells[] cells, double[] values) => (Actions, Cells, Values) = (actions, cells, values);

    public IReadOnlyList<TimedAction> Actions { get; }

    public IReadOnlyList<ActionCells> Cells { get; }

    public double[] Values { get; }

    public int Columns => Actions[0].Action.ElementCount;

    /// <summary>Takes in a chunk of at least one row.</summary>
    /// <exception cref="DiagnosticException">RT206, RT207, RT221.</exception>
    public static ChunkCells Of(IReadOnlyList<TimedAction> actions)
    {
        RequireOrder(actions);
        RequireOwnNumbers(actions);
        int width = actions[0].Action.ElementCount;
        double[] values = new double[width * actions.Count];
        for (int row = 0; row < actions.Count; row++)
        {
            actions[row].Action.CopyTo(values.AsSpan(row * width, width));
        }

        return new ChunkCells(actions, [.. actions.Select(action => ActionCells.Of(action.Action))], values);
    }

    private static void RequireOrder(IReadOnlyList<TimedAction> actions)
    {
        for (int row = 0; row < actions.Count; row++)
        {
            Int128 step = (Int128)actions[0].Timestep + row;
            if (actions[row].Timestep != step)
            {
                throw Disorder($"a row for step {actions[row].Timestep} stands where step {step} was expected");
            }

            if (actions[row].Action.ElementCount != actions[0].Action.ElementCount)
            {
                throw ProxyError.Of(
                    ProxyCodes.WrongWidth, "reply", $"the row for step {step} has {actions[row].Action.ElementCount} values, the first has {actions[0].Action.ElementCount}");
            }
        }
    }

    // Two rows over the same bytes would be changed together.
    private static void RequireOwnNumbers(IReadOnlyList<TimedAction> actions)
    {
        (int Offset, int Length)[] places = [.. actions.Select(action => Place(action.Action))];
        Array.Sort(places);
        for (int i = 1; i < places.Length; i++)
        {
            if (places[i - 1].Offset + places[i - 1].Length > places[i].Offset)
            {
                throw Disorder("two rows share their numbers");
            }
        }
    }

    private static (int Offset, int Length) Place(NumpyArray array) => MemoryMarshal.TryGetArray(array.Data, out ArraySegment<byte> segment)
        ? (segment.Offset, segment.Count)
        : (0, array.Data.Length);

    private static DiagnosticException Disorder(string message) => ProxyError.Of(ProxyCodes.Disorder, "reply", message);
}
