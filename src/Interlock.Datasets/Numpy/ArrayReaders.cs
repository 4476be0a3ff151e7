using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>The open arrays of one pass, all standing at the same row.</summary>
internal sealed class ArrayReaders : IDisposable
{
    private readonly List<NpyRows> _open = [];

    public required NpyRows Actions { get; init; }

    public NpyRows? States { get; private set; }

    public NpyRows? EpisodeIds { get; private set; }

    private NpyRows? FrameIds { get; set; }

    private NpyRows? Timestamps { get; set; }

    public bool HasTimestamps => Timestamps is not null;

    public static ArrayReaders Open(IArrayStore store, ArraySet set)
    {
        ArrayReaders readers = new() { Actions = NpyArray.Open(store.Open(set.Actions)) };
        try
        {
            readers._open.Add(readers.Actions);
            readers.States = readers.OpenBeside(store, set.States);
            readers.RequireRows(readers.States, readers.States?.Layout.Rows);
            readers.FrameIds = readers.OpenScalars(store, set.FrameIds);
            readers.Timestamps = readers.OpenScalars(store, set.Timestamps);
            bool byShape = readers.Actions.Layout.Episodes is not null;
            readers.EpisodeIds = byShape ? null : readers.OpenScalars(store, set.EpisodeIds);
            return readers;
        }
        catch
        {
            readers.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next <paramref name="length"/> rows of every array.</summary>
    public Episode ReadEpisode(int index, int length)
    {
        double[] actions = Next(Actions, length, Actions.Layout.Columns);
        RequireRisingFrames(index, length);
        double[]? timestamps = HasTimestamps ? ReadTimestampsS(length) : null;
        EpisodeClock.StartAtZero(timestamps);
        return new Episode
        {
            Index = index,
            Length = length,
            Actions = actions,
            ActionDimension = Actions.Layout.Columns,
            States = States is null ? null : Next(States, length, States.Layout.Columns),
            StateDimension = States?.Layout.Columns ?? 0,
            TimestampsS = timestamps,
        };
    }

    /// <summary>The next times alone, in seconds as recorded; empty where there are none.</summary>
    public double[] ReadTimestampsS(int count) => Timestamps is null ? [] : Next(Timestamps, count, 1);

    public void Dispose() => _open.ForEach(rows => rows.Dispose());

    private static double[] Next(NpyRows rows, int length, int columns)
    {
        double[] values = new double[length * columns];
        rows.Read(values);
        return values;
    }

    private NpyRows? OpenBeside(IArrayStore store, string? name)
    {
        if (name is null)
        {
            return null;
        }

        NpyRows rows = NpyArray.Open(store.Open(name));
        _open.Add(rows);
        return rows;
    }

    /// <summary>One number per step, whatever the shape: (T,), (T, 1) or (E, T).</summary>
    private NpyRows? OpenScalars(IArrayStore store, string? name)
    {
        NpyRows? rows = OpenBeside(store, name);
        RequireRows(rows, rows?.Header.ElementCount);
        if (rows is { Header: { FortranOrder: true, Shape.Length: 2 }, Layout.Columns: > 1 })
        {
            throw new DiagnosticException(
                FileCode.ArrayLength, "One number per step is expected in C order", rows.Place, "save it with numpy.ascontiguousarray");
        }

        return rows;
    }

    private void RequireRows(NpyRows? rows, long? count)
    {
        if (rows is not null && count != Actions.Layout.Rows)
        {
            throw new DiagnosticException(
                FileCode.ArrayLength,
                $"It has {count} steps, and the actions have {Actions.Layout.Rows}",
                rows.Place,
                "arrays side by side must belong to the same steps; move it away if it does not belong there");
        }
    }

    private void RequireRisingFrames(int index, int length)
    {
        if (FrameIds is null)
        {
            return;
        }

        double[] frames = Next(FrameIds, length, 1);
        for (int step = 1; step < frames.Length; step++)
        {
            if (!(frames[step] > frames[step - 1]))
            {
                throw new DiagnosticException(
                    FileCode.StepOrder,
                    $"Step {frames[step]} of episode {index} comes after step {frames[step - 1]}",
                    FrameIds.Place with { Key = $"episode {index} row {step}" },
                    "sort the rows by episode and step");
            }
        }
    }
}
