using System.Runtime.InteropServices;
using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Runtime.Proxies.Journal;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>
/// One client's requests and replies, guarded row by row as they would be executed. The limits of a reply's first row count from what was really executed:
/// the state of the first request, later the row of the reply before that the new state tells of. One at a time; not thread-safe.
/// </summary>
internal sealed class GuardedExchange : IDisposable
{
    private const int RowsOfMotion = 3;

    private readonly ActionGuard _guard;
    private readonly ExecutedRows _executed;
    private readonly SafetyContract _contract;
    private readonly ExchangeRecorder? _recorder;
    private readonly int _width;
    private readonly double[] _inside;
    private readonly List<string> _codes = [];
    private readonly List<double> _history = [];
    private readonly double[] _state;
    private readonly double[] _safe;
    private double[] _sent = [];
    private int _sentRows;
    private int _newestRows = 1;
    private bool _hasState;
    private bool _hasBegun;

    /// <param name="contract">What the robot may do.</param>
    /// <param name="options">Of the proxy.</param>
    /// <param name="recorder">Takes every row; null for none.</param>
    public GuardedExchange(SafetyContract contract, ProxyOptions options, ExchangeRecorder? recorder)
    {
        _contract = options.IsShadow ? contract with { Mode = GuardMode.Monitor } : contract;
        _guard = new ActionGuard(_contract);
        _executed = new ExecutedRows(contract, options.ExecutedRows);
        _recorder = recorder;
        _width = contract.Channels.Count;
        _inside = [.. contract.Channels.Select(Inside)];
        _state = new double[_width];
        _safe = new double[_width];
        IsShadow = options.IsShadow;
    }

    public bool IsShadow { get; }

    /// <summary>Latches a stop, whose cause lies in an earlier session.</summary>
    public void Stop() => _guard.RequestStop();

    /// <summary>Code of the stop that stays; null while there is none.</summary>
    public string? LatchCode => _guard.LatchCode;

    /// <summary>The rows of the last reply as they were sent, absolute, T×C; valid until the next call.</summary>
    public ReadOnlySpan<double> Sent => _sent.AsSpan(0, _sentRows * _width);

    /// <summary>How many rows of the last reply were executed, as the newest state tells.</summary>
    public int ExecutedBefore { get; private set; }

    /// <summary>Takes in the state of a request; true when it begins an episode in the middle, because the robot was moved.</summary>
    /// <param name="state">In the contract's channels; empty when the request tells none.</param>
    /// <param name="executed">How many rows of the last reply were executed, where the protocol tells; null to infer it.</param>
    public bool Observe(ReadOnlySpan<double> state, int? executed = null)
    {
        _hasState = !state.IsEmpty;
        state.CopyTo(_state);
        if (!_hasBegun)
        {
            Begin(state);
            return false;
        }

        ReadOnlySpan<double> sent = _sent.AsSpan(0, _sentRows * _width);
        ExecutedBefore = executed is { } told ? Math.Min(told, _sentRows) : _executed.Count(sent, state, Last);
        Remember(sent[..(ExecutedBefore * _width)]);
        _sentRows = 0;
        bool wasMoved = _hasState && _history.Count > 0 && _executed.IsElsewhere(Last, state);
        if (wasMoved)
        {
            Begin(state);
        }
        else if (_history.Count > 0)
        {
            _guard.ResumeAfter(CollectionsMarshal.AsSpan(_history));
        }

        return wasMoved;
    }

    /// <summary>Guards the actions of a reply and overwrites those that may not be executed as they are.</summary>
    /// <param name="cells">The arrays that hold the rows, in order.</param>
    /// <param name="columns">Values per row.</param>
    /// <param name="latencyMs">Time from the request to the reply.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT206: rows of another width; RT212: nothing may be sent.</exception>
    public ExchangeReport Guard(IReadOnlyList<ActionCells> cells, ReadOnlySpan<double> values, int columns, double latencyMs) =>
        Guard(cells, values, values, columns, latencyMs);

    /// <param name="cells">The arrays that hold the rows, in order.</param>
    /// <param name="values">What they hold.</param>
    /// <param name="confined">The same, changed already for a reason outside of the contract; of the length of <paramref name="values"/>.</param>
    /// <param name="columns">Values per row.</param>
    /// <param name="latencyMs">Time from the request to the reply.</param>
    /// <inheritdoc cref="Guard(IReadOnlyList{ActionCells}, ReadOnlySpan{double}, int, double)"/>
    public ExchangeReport Guard(IReadOnlyList<ActionCells> cells, ReadOnlySpan<double> values, ReadOnlySpan<double> confined, int columns, double latencyMs)
    {
        if (columns != _width || values.IsEmpty)
        {
            throw ProxyError.Of(
                ProxyCodes.WrongWidth, "reply", $"the actions have {values.Length / Math.Max(columns, 1)} rows of {columns} values; the contract has {_width} channels", "is this the contract of this policy?");
        }

        Prepare(values);
        int[] verdicts = new int[4];
        RowPlace place = new(cells, _width);
        for (int row = 0; row < _newestRows; row++)
        {
            ReadOnlySpan<double> judged = confined.Slice(row * _width, _width);
            StepResult result = Step(judged, row == 0 ? latencyMs : null);
            bool wasConfined = result.Verdict == Verdict.Pass && !judged.SequenceEqual(values.Slice(row * _width, _width));
            verdicts[(int)(wasConfined ? Verdict.Clip : result.Verdict)]++;
            Keep(result, row, place.Next(), values.Slice(row * _width, _width));
        }

        _sentRows = _newestRows;
        return Report(verdicts);
    }

    /// <summary>Rows that let the robot come to rest, as many as the last reply had.</summary>
    /// <returns>Row-major T×C.</returns>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT212: nobody knows where the robot is.</exception>
    public ReadOnlyMemory<double> Hold()
    {
        EnsureRoom(_newestRows);
        _codes.Clear();
        for (int row = 0; row < _newestRows; row++)
        {
            Keep(Step([], null), row, null, []);
        }

        _sentRows = _newestRows;
        return _contract.Reference == ActionReference.RelativeChunk ? Relative() : _sent.AsMemory(0, _sentRows * _width);
    }

    public void Dispose() => _recorder?.Dispose();

    /// <summary>Lets the recording take what was guarded; after the reply is on its way.</summary>
    public void Flush() => _recorder?.Flush();

    private ReadOnlySpan<double> Last => _history.Count == 0 ? default : CollectionsMarshal.AsSpan(_history)[^_width..];

    private void Begin(ReadOnlySpan<double> state)
    {
        _guard.BeginEpisode(state);
        _recorder?.BeginEpisode();
        _history.Clear();
        _history.AddRange(state);
        _hasBegun = true;
    }

    private void Remember(ReadOnlySpan<double> rows)
    {
        _history.AddRange(rows[^Math.Min(rows.Length, RowsOfMotion * _width)..]);
        _history.RemoveRange(0, Math.Max(_history.Count - (RowsOfMotion * _width), 0));
    }

    private void Prepare(ReadOnlySpan<double> values)
    {
        _newestRows = values.Length / _width;
        EnsureRoom(_newestRows);
        _codes.Clear();
        _guard.BeginChunk(values, 1, _contract.Reference == ActionReference.RelativeChunk ? _state : default);
        _recorder?.Chunk(values, _newestRows);
    }

    private StepResult Step(ReadOnlySpan<double> raw, double? latencyMs)
    {
        StepInput input = new() { Measured = _hasState ? _state : default, LatencyMs = latencyMs, IsNotOfPolicy = raw.IsEmpty };
        StepResult result = _guard.Step(raw, input, _safe);
        foreach (ref readonly Intervention intervention in _guard.LastInterventions)
        {
            _recorder?.Event(intervention, result.Verdict);
            if (!_codes.Contains(intervention.Code))
            {
                _codes.Add(intervention.Code);
            }
        }

        return result.HasCommand || IsShadow
            ? result
            : throw ProxyError.Of(ProxyCodes.NoCommand, "reply", $"no command may be sent: the action is unusable and nobody knows where the robot is ({string.Join(", ", _codes)})");
    }

    private void Keep(in StepResult result, int row, RowCells? cells, ReadOnlySpan<double> raw)
    {
        Span<double> sent = _sent.AsSpan(row * _width, _width);
        bool wasRounded = false;
        for (int i = 0; i < _width; i++)
        {
            double written = _safe[i];
            if (cells is { } place && !IsShadow && BitConverter.DoubleToInt64Bits(written) != BitConverter.DoubleToInt64Bits(raw[i]))
            {
                written = place.Write(i, written, Relative(i, Before(row, i)));
                wasRounded |= written != _safe[i];
            }

            sent[i] = Absolute(i, written);
        }

        _recorder?.Row(result, raw, IsShadow ? _guard.GuardedCommand : sent, _hasState ? _state : default, row);
        if (wasRounded)
        {
            Resume(row);
        }
    }

    // The guard counts on from what was written, not from what it meant.
    private void Resume(int row)
    {
        int known = Math.Min(row + 1, RowsOfMotion);
        Span<double> rows = stackalloc double[_width * known];
        _sent.AsSpan((row + 1 - known) * _width, known * _width).CopyTo(rows);
        _guard.ResumeAfter(rows);
    }

    private double Before(int row, int channel) =>
        row > 0 ? _sent[((row - 1) * _width) + channel] : _history.Count > 0 ? Last[channel] : _inside[channel];

    // A value that the bounds allow, for a robot of which nothing is known yet.
    private static double Inside(ChannelContract channel) =>
        (channel.Min, channel.Max) is ({ } low, { } high) ? low + ((high - low) / 2) : channel.Min ?? channel.Max ?? 0;

    private double Absolute(int channel, double value) => _contract.Reference == ActionReference.RelativeChunk ? value + _state[channel] : value;

    private double Relative(int channel, double value) => _contract.Reference == ActionReference.RelativeChunk ? value - _state[channel] : value;

    private double[] Relative()
    {
        double[] rows = new double[_sentRows * _width];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = Relative(i % _width, _sent[i]);
        }

        return rows;
    }

    private void EnsureRoom(int rows)
    {
        if (_sent.Length < rows * _width)
        {
            _sent = new double[rows * _width];
        }
    }

    private ExchangeReport Report(int[] verdicts) => new(
        _newestRows, verdicts[(int)Verdict.Pass], verdicts[(int)Verdict.Clip], verdicts[(int)Verdict.Hold], verdicts[(int)Verdict.Stop], ExecutedBefore, IsShadow, [.. _codes]);
}
