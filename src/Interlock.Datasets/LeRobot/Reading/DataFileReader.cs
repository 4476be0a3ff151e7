using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>Reads one data file from its first row to its last, an episode at a time; only the columns that an episode needs.</summary>
internal sealed class DataFileReader : IDisposable
{
    private const string TimestampColumn = "timestamp";
    private const string TaskColumn = "task_index";
    private const string SuccessColumn = "next.success";

    /// <summary>Numbers that are allocated on the word of the metadata alone: 8 MiB.</summary>
    private const int TrustedLength = 1 << 20;

    private readonly LeRobotFolder _folder;
    private readonly ParquetFile _file;
    private readonly ColumnReader<double> _action;
    private readonly ColumnReader<double>? _state;
    private readonly ColumnReader<double>? _timestamp;
    private readonly ScalarReader? _task;
    private readonly ScalarReader? _success;

    public DataFileReader(LeRobotFolder folder, DataFile dataFile)
    {
        _folder = folder;
        _file = ParquetFile.Open(dataFile.Path);
        try
        {
            _action = Vector(folder.Action.Column);
            _state = folder.State is { } state ? Vector(state.Column) : null;
            _timestamp = ScalarReader.Find(_file, TimestampColumn) is { } timestamp ? _file.Numbers(timestamp) : null;
            _task = ScalarReader.OpenOrNull(_file, TaskColumn);
            _success = ScalarReader.OpenOrNull(_file, SuccessColumn);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ParquetFile File => _file;

    /// <summary>Reads the next <paramref name="run"/> of rows as an episode.</summary>
    public Episode Read(EpisodeRun run)
    {
        int rows = CheckedLength(run);
        double? success = _success?.Read(rows).Last;
        return new Episode
        {
            Index = run.Episode,
            Length = rows,
            Actions = Rows(_action, rows, _folder.Action.Width),
            ActionDimension = _folder.Action.Width,
            States = _state is null ? null : Rows(_state, rows, _folder.State!.Width),
            StateDimension = _folder.State?.Width ?? 0,
            TimestampsS = _timestamp is null ? null : Rows(_timestamp, rows, 1),
            Task = TaskOf(run.Episode, _task?.Read(rows).First),
            Success = success is null or double.NaN ? null : success != 0,
        };
    }

    /// <summary>Refuses columns that go on after the last episode.</summary>
    public void ExpectEnd()
    {
        _action.ExpectEnd();
        _state?.ExpectEnd();
        _timestamp?.ExpectEnd();
        _task?.ExpectEnd();
        _success?.ExpectEnd();
    }

    public void Dispose()
    {
        _action?.Dispose();
        _state?.Dispose();
        _timestamp?.Dispose();
        _task?.Dispose();
        _success?.Dispose();
        _file.Dispose();
    }

    /// <summary>Reads a vector per row. A long array grows with what was read, so that a false row count costs little.</summary>
    private static double[] Rows(ColumnReader<double> reader, int rows, int width)
    {
        int total = rows * width;
        double[] values = GC.AllocateUninitializedArray<double>(Math.Min(total, TrustedLength / width * width));
        reader.ReadRows(values, width);
        while (values.Length < total)
        {
            int filled = values.Length;
            double[] larger = GC.AllocateUninitializedArray<double>((int)Math.Min(total, 2L * filled));
            values.CopyTo(larger, 0);
            reader.ReadRows(larger.AsSpan(filled), width);
            values = larger;
        }

        return values;
    }

    private ColumnReader<double> Vector(string column) =>
        _file.Numbers(
            _file.Find(column)
                ?? throw new DiagnosticException(
                    LeRobotCodes.NoActions,
                    $"the column '{column}', which other data files have, is missing",
                    SourcePlace.OfFile(_file.Name)));

    private int CheckedLength(EpisodeRun run)
    {
        long width = Math.Max(1, Math.Max(_folder.Action.Width, _folder.State?.Width ?? 0));
        return run.RowCount <= LeRobotLimits.EpisodeValues / width
            ? (int)run.RowCount
            : throw new DiagnosticException(
                LeRobotCodes.EpisodeTooLong,
                $"episode {run.Episode} has {run.RowCount} rows of {width} values; at most {LeRobotLimits.EpisodeValues} values are read",
                SourcePlace.OfFile(_file.Name));
    }

    private string? TaskOf(int episode, double? number)
    {
        if (number is { } index && index == Math.Floor(index) && Math.Abs(index) < int.MaxValue && _folder.Tasks?.TryGetValue((int)index, out string? task) == true)
        {
            return task;
        }

        return _folder.Episodes?.GetValueOrDefault(episode)?.Tasks is [{ } first, ..] ? first : null;
    }
}
