using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Runtime.Proxies.Guarding.Normalised;
using Interlock.Runtime.Proxies.Journal;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>
/// One client's requests and replies, guarded row by row as they would be executed. The limits of a reply's first row count from what was really executed:
/// the state of the first request, later the row of the reply before that the new state tells of. One at a time; not thread-safe.
/// </summary>
internal sealed class GuardedExchange : IDisposable
{
    private readonly ActionGuard _guard;
    private readonly ExecutedRows _executed;
    private readonly SafetyContract _contract;
    private readonly ExchangeRecorder? _recorder;
    private readonly ExchangeNumbers _numbers;
    private readonly ExchangeWatch? _watch;
    private readonly AlarmAction _onAlarm;
    private readonly int _width;
    private readonly List<string> _codes = [];
    private readonly RowHistory _history;
    private readonly double[] _state;
    private readonly double[] _safe;
    private readonly double[] _judged;
    private double[] _wanted = [];
    private double[] _sent = [];
    private int _wantedRows;
    private int _sentRows;
    private int _newestRows = 1;
    private double _latencyMs;
    private bool _hasState;
    private bool _hasBegun;

    /// <param name="contract">What the robot may do.</param>
    /// <param name="options">Of the proxy.</param>
    /// <param name="recorder">Takes every row; null for none.</param>
    public GuardedExchange(SafetyContract contract, ProxyOptions options, ExchangeRecorder? recorder)
    {
        _width = contract.Channels.Count;
        _state = new double[_width];
        _safe = new double[_width];
        _judged = new double[_width];
        _history = new RowHistory(_width);
        _executed = new ExecutedRows(contract, options.ExecutedRows);
        _numbers = new ExchangeNumbers(contract, options, _executed);
        _contract = _numbers.Commands;
        _guard = new ActionGuard(_contract, new ActionGuardOptions { WithoutMonitors = true });
        _watch = options.Calibration is { } calibration ? new ExchangeWatch(_contract, calibration) : null;
        _onAlarm = options.IsShadow ? AlarmAction.Tell : options.OnAlarm;
        _recorder = recorder;
        IsShadow = options.IsShadow;
    }

    public bool IsShadow { get; }

    /// <summary>Counts what the guard does, over every session; null for nobody.</summary>
    public ProxyTally? Tally { get; init; }

    /// <summary>Told when the session is over; null for nobody.</summary>
    public Action? Ended { get; init; }

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
        if (!_hasBegun)
        {
            Take(state);
            Begin(state);
            return false;
        }

        ReadOnlySpan<double> sent = _sent.AsSpan(0, _sentRows * _width);
        ExecutedBefore = executed is { } told ? Math.Min(told, _sentRows) : _executed.Count(sent, state, _history.Last);
        sent = sent[..(ExecutedBefore * _width)];
        Watch(sent);
        _history.Add(sent);
        _recorder?.Executed(ExecutedBefore);
        _sentRows = 0;
        Take(state);
        bool wasMoved = _hasState && !_history.IsEmpty && _executed.IsElsewhere(_history.Last, state);
        if (wasMoved)
        {
            Begin(state);
        }
        else if (!_history.IsEmpty)
        {
            _guard.ResumeAfter(_history.All);
        }

        return wasMoved;
    }

    /// <summary>Guards the actions of a reply and overwrites those that may not be executed as they are.</summary>
    /// <param name="cells">The arrays that hold the rows, in order.</param>
    /// <param name="values">What is in them, row-major.</param>
    /// <param name="columns">Values per row.</param>
    /// <param name="latencyMs">Time from the request to the reply.</param>
    /// <param name="confine">Narrows what may be judged, for a reason outside of the contract; null for none.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">
    /// RT206: rows of another width; RT212, RT233: nothing may be sent; RT232: the numbers are not what they were said to be.
    /// </exception>
    public ExchangeReport Guard(IReadOnlyList<ActionCells> cells, ReadOnlySpan<double> values, int columns, double latencyMs, RowConfinement? confine = null)
    {
        if (columns != _width || values.IsEmpty || values.Length / _width > _numbers.MostRows)
        {
            throw ProxyError.Of(
                ProxyCodes.WrongWidth, "reply", $"the actions have {values.Length / Math.Max(columns, 1)} rows of {columns} values; the contract has {_width} channels", "is this the contract of this policy?");
        }

        _numbers.Check(values, State, _history.Last);
        _latencyMs = latencyMs;
        Tally?.Waited(latencyMs);
        bool isHeld = _onAlarm == AlarmAction.Hold && _watch is { Fired.Count: > 0 };
        Prepare(values);
        int[] verdicts = new int[4];
        RowPlace place = new(cells, _width);
        for (int row = 0; row < _newestRows; row++)
        {
            ReadOnlySpan<double> numbers = values.Slice(row * _width, _width);
            Span<double> wanted = _wanted.AsSpan(row * _width, _width);
            _numbers.Read(numbers, row, State, Before(row), wanted);
            wanted.CopyTo(_judged);
            bool wasConfined = confine?.Invoke(row, _judged) == true;
            StepResult result = Step(isHeld ? [] : _judged, row == 0 ? latencyMs : null);
            if (wasConfined && !isHeld)
            {
                _recorder?.Confined();
                result = result.Verdict == Verdict.Pass ? result with { Verdict = Verdict.Clip } : result;
            }

            verdicts[(int)result.Verdict]++;
            Keep(row, place.Next(), numbers, wanted);
            Record(result, row, numbers, isHeld ? wanted : _judged, isHeld);
        }

        _sentRows = _newestRows;
        _wantedRows = isHeld ? 0 : _newestRows;
        return Report(verdicts, isHeld);
    }

    /// <summary>Rows that let the robot come to rest, as many as the last reply had.</summary>
    /// <returns>Row-major T×C, in the numbers of the replies.</returns>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT212: nobody knows where the robot is; RT233: the numbers cannot say it.</exception>
    public ReadOnlyMemory<double> Hold()
    {
        EnsureRoom(_newestRows);
        _codes.Clear();
        HoldingRows holding = new(_newestRows, _width);
        for (int row = 0; row < _newestRows; row++)
        {
            StepResult result = Step([], null);
            Keep(row, holding.Cells(row), [], []);
            Record(result, row, [], [], isHeld: true);
        }

        _sentRows = _newestRows;
        _wantedRows = 0;
        return holding.Values;
    }

    public void Dispose()
    {
        Ended?.Invoke();
        _recorder?.Dispose();
    }

    /// <summary>Lets the recording take what was guarded; after the reply is on its way.</summary>
    public void Flush() => _recorder?.Flush();

    private ReadOnlySpan<double> State => _hasState ? _state : default;

    private void Take(ReadOnlySpan<double> state)
    {
        _hasState = !state.IsEmpty;
        state.CopyTo(_state);
    }

    private void Begin(ReadOnlySpan<double> state)
    {
        _guard.BeginEpisode(state);
        _watch?.Begin(state);
        _recorder?.BeginEpisode();
        _history.Begin(state);
        _hasBegun = true;
    }

    // Before the new state is taken in: the rows belong to the one before.
    private void Watch(ReadOnlySpan<double> executed)
    {
        if (_watch is null || executed.IsEmpty)
        {
            return;
        }

        int before = _watch.Fired.Count;
        _watch.Executed(_wanted.AsSpan(0, _wantedRows * _width), executed, _history.All, State, _latencyMs);
        for (int i = before; i < _watch.Fired.Count; i++)
        {
            _recorder?.Alarm(_watch.Fired[i].Code);
        }

        Tally?.Alarmed(_watch.Fired.Count - before);

        if (_onAlarm == AlarmAction.Stop && _watch.Fired.Count > before)
        {
            _guard.RequestStop();
        }
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
        StepInput input = new() { Measured = State, LatencyMs = latencyMs, IsNotOfPolicy = raw.IsEmpty };
        StepResult result = _guard.Step(raw, input, _safe);
        Tally?.Judged(result.Verdict == Verdict.Pass || _guard.LastInterventions.IsEmpty ? null : _guard.LastInterventions[0], result.ClipFraction);
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

    private void Record(in StepResult result, int row, ReadOnlySpan<double> numbers, ReadOnlySpan<double> wanted, bool isHeld) => _recorder?.Row(
        result, numbers, wanted, IsShadow ? _guard.GuardedCommand : _sent.AsSpan(row * _width, _width), State, row, isHeld,
        row == 0 && !isHeld ? _latencyMs : null);

    private void Keep(int row, RowCells cells, ReadOnlySpan<double> numbers, ReadOnlySpan<double> wanted)
    {
        Span<double> sent = _sent.AsSpan(row * _width, _width);
        bool wasRounded = !IsShadow && _numbers.Write(cells, new RowToWrite(row, State, Before(row)), numbers, wanted, _safe, sent);
        if (IsShadow)
        {
            _numbers.Absolute(_safe, State, sent);
        }

        if (wasRounded)
        {
            // The guard counts on from what was written, not from what it meant.
            int known = Math.Min(row + 1, RowHistory.RowsOfMotion);
            _guard.ResumeAfter(_sent.AsSpan((row + 1 - known) * _width, known * _width));
        }
    }

    private ReadOnlySpan<double> Before(int row) => row > 0 ? _sent.AsSpan((row - 1) * _width, _width) : _history.Last;

    private void EnsureRoom(int rows)
    {
        if (_sent.Length < rows * _width)
        {
            _sent = new double[rows * _width];
            _wanted = new double[rows * _width];
        }
    }

    private ExchangeReport Report(int[] verdicts, bool isHeld)
    {
        ExchangeReport report = new(
            _newestRows, verdicts[(int)Verdict.Pass], verdicts[(int)Verdict.Clip], verdicts[(int)Verdict.Hold], verdicts[(int)Verdict.Stop], ExecutedBefore, IsShadow, [.. _codes])
        {
            Alarms = _watch is null ? [] : [.. _watch.Fired],
            IsHeldByAlarm = isHeld,
        };
        _watch?.Forget();
        return report;
    }
}
