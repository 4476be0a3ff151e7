using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Replay;

namespace Interlock.Runtime.Proxies.Journal;

/// <summary>
/// One session as a flight recording: every row of every reply is a step, with the state of its request, what the server sent and what the guard allowed.
/// What the robot executed is not known here and left out. A recording that fails does not stop the session.
/// </summary>
internal sealed class ExchangeRecorder : IDisposable
{
    /// <summary>Steps that wait for <see cref="Flush"/>: more rows than a chunk of any known policy.</summary>
    private const double RoomRows = 4096;

    private const double RateWithoutOneHz = 30;
    private const long NsPerTick = 100;

    // Places in the action sources of a layout.
    private const int PolicySource = 1;
    private const int HoldSource = 2;

    private const StepParts ActionParts = StepParts.Policy | StepParts.Unnormalised | StepParts.Guarded;

    private readonly FlightRecorder _recorder;
    private readonly CodeBook _codes = new();
    private readonly CommandMargin _margin;
    private readonly TimeProvider _time;
    private readonly long _startStamp;
    private readonly long _startUtcNs;
    private long _lastNs;
    private long _chunkNs;
    private long _rows;
    private long _firstStep;
    private int _episode = -1;

    public ExchangeRecorder(Func<FlightRecorderOptions, FlightRecorderOptions> where, SafetyContract contract, string client, string upstream, string? certificateLevel, TimeProvider time)
    {
        _time = time;
        _margin = new CommandMargin(contract);
        _startStamp = time.GetTimestamp();
        _startUtcNs = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick;
        double rateHz = contract.RateHz ?? RateWithoutOneHz;
        FlightLayout layout = new()
        {
            Channels = [.. contract.Channels.Select(channel => channel.Name)],
            Units = [.. contract.Channels.Select(channel => channel.Unit)],
            PolicyDimension = contract.Channels.Count,
            RateHz = rateHz,
            Verdicts = EnumWord.All<Verdict>(),
        };
        FlightSession session = new()
        {
            RunId = $"proxy-{_startUtcNs}-{client}",
            StartMonotonicNs = 0,
            StartUtcNs = _startUtcNs,
            Policy = upstream,
            Robot = contract.Name,
            CertificateLevel = certificateLevel,
            Facts = new Dictionary<string, string> { [ExchangeFeed.Fact] = client },
        };
        _recorder = FlightRecorder.Start(where(new FlightRecorderOptions { OwnThread = false, RingS = RoomRows / rateHz }), layout, session, time);
        _recorder.Attach($"{contract.Name}.contract.yaml", "application/yaml", Encoding.UTF8.GetBytes(ContractWriter.Write(contract)));
    }

    /// <summary>Puts a file into the recording.</summary>
    public void Attach(string name, string mediaType, ReadOnlyMemory<byte> bytes) => _recorder.Attach(name, mediaType, bytes);

    public bool HasFailed => _recorder.HasFailed;

    public void BeginEpisode() => _episode++;

    /// <summary>How many rows of the reply before were executed: the next one begins after them.</summary>
    public void Executed(int rows) => _firstStep += rows;

    /// <summary>A reply as the server sent it.</summary>
    public void Chunk(ReadOnlySpan<double> raw, int rows)
    {
        _chunkNs = NowNs();
        _recorder.RecordChunk(new FlightChunk { MonotonicNs = _chunkNs, ObservedAtStep = _firstStep, ObservedAtNs = _chunkNs, Rows = rows, Raw = raw.ToArray() });
    }

    /// <summary>One of its rows.</summary>
    /// <param name="result">Of the guard.</param>
    /// <param name="numbers">What the server sent; empty for an action of ours.</param>
    /// <param name="wanted">What the guard saw of it, in the contract's channels; empty for an action of ours.</param>
    /// <param name="guarded">What the contract allows, absolute.</param>
    /// <param name="state">State of the request; empty when unknown.</param>
    /// <param name="row">Number of the row in the chunk.</param>
    /// <param name="isHeld">True when the guard was given no action.</param>
    /// <param name="latencyMs">From the request to the reply; null for further rows.</param>
    public void Row(in StepResult result, ReadOnlySpan<double> numbers, ReadOnlySpan<double> wanted, ReadOnlySpan<double> guarded, ReadOnlySpan<double> state, int row, bool isHeld, double? latencyMs)
    {
        StepFrame frame = _recorder.Frame;
        frame.MonotonicNs = NowNs();
        frame.UtcNs = _startUtcNs + frame.MonotonicNs;
        frame.Tick = _rows;
        frame.PolicyStep = _firstStep + row;
        _rows++;
        frame.Episode = Math.Max(_episode, 0);
        frame.Verdict = (int)result.Verdict;
        frame.ClipFraction = result.ClipFraction;
        frame.Margin = _margin.Of(guarded);
        frame.ActionSource = isHeld ? HoldSource : PolicySource;
        frame.LatencyMs = latencyMs;
        frame.ChunkAgeMs = row == 0 ? 0 : (frame.MonotonicNs - _chunkNs) / 1e6;
        frame.Parts = (numbers.IsEmpty ? StepParts.Guarded : ActionParts) | (state.IsEmpty ? StepParts.None : StepParts.State);
        numbers.CopyTo(frame.Policy);
        wanted.CopyTo(frame.Unnormalised);
        guarded.CopyTo(frame.Guarded);
        state.CopyTo(frame.State);
        _recorder.Commit();
    }

    /// <summary>Why the next row was changed.</summary>
    public void Event(in Intervention intervention, Verdict verdict) => _recorder.TryEvent(new FlightEvent
    {
        MonotonicNs = _lastNs + 1,
        Kind = verdict == Verdict.Stop ? FlightEventKind.Stop : FlightEventKind.Intervention,
        Code = _codes.Of(intervention.Code),
        Tick = _rows,
        PolicyStep = double.NaN,
        Channel = intervention.Channel >= 0 ? intervention.Channel : null,
        Value = intervention.Raw,
        Limit = intervention.Limit,
    });

    /// <summary>The next row was moved before the guard saw it, for what the client does with its rows.</summary>
    public void Confined() => Happened(FlightEventKind.Intervention, ProxyCodes.Seam);

    /// <summary>An alarm on what was executed.</summary>
    public void Alarm(string code) => Happened(FlightEventKind.Alarm, code);

    /// <summary>Writes what waits.</summary>
    public void Flush() => _recorder.Pump();

    public void Dispose() => _recorder.Dispose();

    private void Happened(FlightEventKind kind, string code) => _recorder.TryEvent(new FlightEvent
    {
        MonotonicNs = _lastNs + 1,
        Kind = kind,
        Code = _codes.Of(code),
        Tick = _rows,
        PolicyStep = double.NaN,
    });

    // Rows of one reply come within one reading of the clock; a recording wants them one after another.
    private long NowNs() => _lastNs = Math.Max(_lastNs + 1, _time.GetElapsedTime(_startStamp).Ticks * NsPerTick);
}
