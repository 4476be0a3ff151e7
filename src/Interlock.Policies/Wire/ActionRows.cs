using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire;

/// <summary>An action chunk in any of the forms that policy servers reply with.</summary>
public static class ActionRows
{
    /// <summary>Copies a chunk out: one action [D], a chunk [H, D], or a list of actions of equal length.</summary>
    /// <param name="reply">The decoded value of the actions.</param>
    /// <param name="destination">Room for rows × columns numbers.</param>
    /// <returns>Shape, and how many numbers are not finite.</returns>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO013 when it is no chunk, PO014 when it does not fit.</exception>
    public static ActionBlock Copy(WireValue reply, Span<double> destination) => reply switch
    {
        WireValue.Array array => Copy(array.Value, destination),
        WireValue.List list => Copy(list.Items, destination),
        _ => throw NotActions("the reply is neither an array nor a list of arrays"),
    };

    /// <summary>Copies one action [D] or a chunk [H, D] out; allocates nothing.</summary>
    /// <inheritdoc cref="Copy(WireValue, Span{double})"/>
    public static ActionBlock Copy(in NumpyArray actions, Span<double> destination)
    {
        if (actions.Shape.Rank is not (1 or 2))
        {
            throw NotActions($"the actions have shape {actions.Shape}; [D] or [H, D] was expected");
        }

        int count = actions.ElementCount;
        RequireRoom(count, destination);
        int columns = actions.Shape[actions.Shape.Rank - 1];
        int rows = actions.Shape.Rank == 1 ? 1 : actions.Shape[0];
        return new ActionBlock(rows, columns, actions.CopyTo(destination));
    }

    private static ActionBlock Copy(IReadOnlyList<WireValue> rows, Span<double> destination)
    {
        ActionBlock whole = default;
        foreach (WireValue item in rows)
        {
            if (item is not WireValue.Array { Value: { Shape.Rank: 1 } row } || (whole.Rows > 0 && row.Shape[0] != whole.Columns))
            {
                throw NotActions($"action {whole.Rows} of the list is not an array of the same length as the others");
            }

            ActionBlock one = Copy(row, destination[(whole.Rows * whole.Columns)..]);
            whole = new ActionBlock(whole.Rows + 1, one.Columns, whole.NonFinite + one.NonFinite);
        }

        return whole;
    }

    private static void RequireRoom(int count, ReadOnlySpan<double> destination)
    {
        if (count > destination.Length)
        {
            throw WireError.In(
                WireCodes.ChunkTooLong, "reply", "actions", $"the chunk has {count} numbers; at most {destination.Length} were expected");
        }
    }

    private static Core.Diagnostics.DiagnosticException NotActions(string message) =>
        WireError.In(WireCodes.NoActions, "reply", "actions", message);
}
