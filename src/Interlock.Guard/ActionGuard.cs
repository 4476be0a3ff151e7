using Interlock.Core.Contract;
using Interlock.Core.Contract.Rules;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration.Files;
using Interlock.Guard.Channels;
using Interlock.Guard.Interventions;
using Interlock.Guard.Monitors;
using Interlock.Guard.Reports;

namespace Interlock.Guard;

/// <summary>
/// Keeps every command of a policy inside a <see cref="SafetyContract"/>, whatever comes in. One guard per robot; a step allocates
/// nothing, takes no lock and needs the same time however long the episode is. Not thread-safe. A software guard: it does not
/// replace the robot's own rated stop functions.
/// </summary>
public sealed class ActionGuard
{
    private readonly StepPipeline _pipeline;
    private readonly GuardMonitors _monitors;
    private readonly ChunkOrigin _origin;
    private readonly InterventionText _text;
    private readonly ActionGuardOptions _options;
    private readonly ChunkCheck _chunks;
    private readonly Tally _episode;
    private readonly Tally _earlier;
    private readonly double[] _ownRaw;

    /// <summary>Sets up a guard.</summary>
    /// <param name="contract">What the robot may do.</param>
    /// <param name="options">Further settings; null for the defaults.</param>
    /// <exception cref="DiagnosticException">The contract contradicts itself (CT codes), or the calibration is for other channels (GD codes).</exception>
    public ActionGuard(SafetyContract contract, ActionGuardOptions? options = null)
    {
        _options = options ?? new ActionGuardOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(_options.InterventionCapacity, nameof(options));
        DiagnosticCollector findings = new();
        ContractRules.Check(contract, findings);
        findings.ThrowIfErrors();
        if (_options.Calibration is { } calibration)
        {
            CalibrationReader.RequireSameChannels(calibration, contract);
        }

        // The lists are the caller's and may change; the guard's contract may not.
        contract = contract with { Channels = [.. contract.Channels], SpeedNorms = [.. contract.SpeedNorms] };
        Contract = contract;
        ChannelLayout layout = new(contract);
        ChannelCount = layout.Count;
        _pipeline = new StepPipeline(contract, layout, _options);
        _monitors = new GuardMonitors(contract, layout, _options.Calibration);
        _origin = new ChunkOrigin(contract);
        _text = new InterventionText(layout);
        _chunks = new ChunkCheck(contract, layout, _options.AllowReturnFromOutside);
        _ownRaw = new double[layout.Count];
        _episode = new Tally(layout.Count);
        _earlier = new Tally(layout.Count);
    }

    /// <summary>The contract that is kept.</summary>
    public SafetyContract Contract { get; }

    /// <summary>Number of channels, D.</summary>
    public int ChannelCount { get; }

    /// <summary>Interventions of the newest step.</summary>
    public ReadOnlySpan<Intervention> LastInterventions => _pipeline.Log.OfStep;

    /// <summary>The command that the contract allows at the newest step; differs from what was sent in monitor mode only.</summary>
    public ReadOnlySpan<double> GuardedCommand => _pipeline.GuardedCommand;

    /// <summary>The monitors, in the order of <see cref="MonitorValue"/>.</summary>
    public IReadOnlyList<MonitorInfo> Monitors => _monitors.Infos;

    /// <summary>The alarms that can fire; none without a calibration.</summary>
    public IReadOnlyList<AlarmInfo> Alarms => _monitors.Alarms;

    /// <summary>Alarms that fired at the newest step, as positions in <see cref="Alarms"/>.</summary>
    public ReadOnlySpan<int> LastAlarms => _monitors.Fired;

    /// <summary>What an alarm saw at the newest step.</summary>
    /// <param name="alarm">Position in <see cref="Alarms"/>.</param>
    public AlarmReading ReadAlarm(int alarm) => _monitors.Read(alarm);

    /// <summary>
    /// True once the finished episodes show a shift away from the demonstrations (alarm GD413, announced at the first step of the
    /// episode after). It stays true for the life of the guard.
    /// </summary>
    public bool HasEpisodeShift => _monitors.HasEpisodeShift;

    /// <summary>True after a stop until <see cref="ResetLatch"/>.</summary>
    public bool IsLatched => _pipeline.Latch.IsLatched;

    /// <summary>Code of the first cause of the stop; null while not latched.</summary>
    public string? LatchCode => _pipeline.Latch.Code;

    /// <summary>Guards one action.</summary>
    /// <param name="raw">The policy's action, one value per channel. Any length and any value is handled; empty means that none arrived.</param>
    /// <param name="safe">Receives the command to send; exactly <see cref="ChannelCount"/> long. Always finite.</param>
    public StepResult Step(ReadOnlySpan<double> raw, Span<double> safe) => Step(raw, default, safe);

    /// <inheritdoc cref="Step(ReadOnlySpan{double}, Span{double})" />
    /// <param name="raw">The policy's action.</param>
    /// <param name="input">What else is known at this step.</param>
    /// <param name="safe">Receives the command to send.</param>
    public StepResult Step(ReadOnlySpan<double> raw, in StepInput input, Span<double> safe)
    {
        if (safe.Length != ChannelCount)
        {
            throw new ArgumentException($"The safe span holds {safe.Length} values; the contract has {ChannelCount} channels.", nameof(safe));
        }

        ReadOnlySpan<double> action = _origin.ToAbsolute(Kept(raw, safe));
        StepResult result = _origin.IsKnown
            ? _pipeline.Run(NextStep, action, input, safe)
            : _pipeline.RunWithoutOrigin(NextStep, safe);
        if (!_options.WithoutMonitors)
        {
            result = result with { AlarmCount = Watch(action, safe, input, result) };
        }

        if (_pipeline.HasGuardedCommand && action.Length == ChannelCount)
        {
            bool changed = result.Verdict != Verdict.Pass;
            _episode.ObserveCommand(action, _pipeline.Filter.Step, _pipeline.Filter.Limits, changed);
        }

        _origin.ToRelative(safe);
        _episode.Observe(result);
        if (Contract.Mode == GuardMode.Warn && result.InterventionCount > 0 && _options.OnWarning is { } sink)
        {
            Warn(sink);
        }

        return result;
    }

    /// <summary>Checks a chunk on arrival, without executing it: an early warning, since chunks are guarded at execution time.</summary>
    /// <param name="chunk">Row-major T×D.</param>
    /// <param name="origin">The state that the chunk is relative to; needed when the contract says <c>relative_chunk</c>, else empty.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of the channel count, or the origin is missing.</exception>
    public ChunkFinding CheckChunk(ReadOnlySpan<double> chunk, ReadOnlySpan<double> origin = default) =>
        _chunks.Run(_pipeline.Reference, chunk, origin);

    /// <summary>Announces that the next steps come from a new chunk, so that the seam and the overlap can be watched.</summary>
    /// <param name="chunk">Row-major samples×T×D.</param>
    /// <param name="sampleCount">How many samples of the chunk the policy gave; 1 for a single one.</param>
    /// <param name="origin">
    /// The state that the chunk's actions are relative to, in channel units; needed when the contract says <c>relative_chunk</c>, else empty.
    /// </param>
    public void BeginChunk(ReadOnlySpan<double> chunk, int sampleCount = 1, ReadOnlySpan<double> origin = default)
    {
        int rows = chunk.Length / ChannelCount;
        if (sampleCount < 1 || rows % sampleCount != 0 || rows * ChannelCount != chunk.Length)
        {
            throw new ArgumentException($"{chunk.Length} values are not {sampleCount} chunks of rows of {ChannelCount}.", nameof(chunk));
        }

        _origin.Begin(origin);
        _monitors.BeginChunk(chunk, sampleCount, rows / sampleCount);
    }

    /// <summary>Starts an episode: forgets the last command, keeps latch, session counts and ring.</summary>
    /// <param name="measured">Measured positions, in channel units; empty when unknown.</param>
    public void BeginEpisode(ReadOnlySpan<double> measured = default)
    {
        _pipeline.BeginEpisode(measured);
        _origin.Forget();
        _monitors.BeginEpisode();
        _earlier.Merge(_episode);
        _episode.Reset();
    }

    /// <summary>
    /// Says which commands the robot really executed last, where the guard cannot know: it guarded a chunk ahead of its execution, and only a part of it was
    /// executed. Limits of the next step count from here; monitors, latch and counts stay.
    /// </summary>
    /// <param name="executed">
    /// Row-major T×D, absolute also where the contract says <c>relative_chunk</c>, in channel units, oldest first, finite, T ≥ 1; the last three rows count: position, motion and its change.
    /// </param>
    /// <exception cref="ArgumentException">No rows, no whole rows, or a value that is not finite.</exception>
    public void ResumeAfter(ReadOnlySpan<double> executed)
    {
        if (executed.IsEmpty || executed.Length % ChannelCount != 0 || executed.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            throw new ArgumentException($"{executed.Length} values are not finite rows of {ChannelCount}.", nameof(executed));
        }

        _pipeline.ResumeAfter(executed);
    }

    /// <summary>Latches a stop; it takes effect at the next step, in every mode. In monitor mode the last command that was sent is held.</summary>
    public void RequestStop() => _pipeline.Latch.Request(GuardCodes.StopRequested, NextStep);

    /// <summary>Releases the latch, on purpose and never by itself. The next action is used again.</summary>
    public void ResetLatch() => _pipeline.Latch.Reset();

    /// <summary>Newest value of a monitor; NaN while it has none.</summary>
    /// <param name="index">Index in <see cref="Monitors"/>.</param>
    public double MonitorValue(int index) => _monitors.StepValue(index);

    /// <summary>Counts and episode values since <see cref="BeginEpisode"/>.</summary>
    public GuardSummary EpisodeSummary() => _episode.Snapshot(_monitors.EpisodeValues());

    /// <summary>Counts since the guard was made; monitor values are those of the present episode.</summary>
    public GuardSummary SessionSummary()
    {
        Tally whole = _earlier.Copy();
        whole.Merge(_episode);
        return whole.Snapshot(_monitors.EpisodeValues());
    }

    /// <summary>Copies the latest interventions, oldest first; returns how many.</summary>
    public int CopyInterventions(Span<Intervention> destination) => _pipeline.Log.CopyLatest(destination);

    /// <summary>One sentence about an intervention.</summary>
    public string Explain(in Intervention intervention) => _text.Describe(intervention);

    /// <summary>A caller may guard an action in place; the raw one is still needed afterwards.</summary>
    private ReadOnlySpan<double> Kept(ReadOnlySpan<double> raw, ReadOnlySpan<double> safe)
    {
        if (raw.Length != _ownRaw.Length || !raw.Overlaps(safe))
        {
            return raw;
        }

        raw.CopyTo(_ownRaw);
        return _ownRaw;
    }

    private long NextStep => _earlier.Steps + _episode.Steps;

    private int Watch(ReadOnlySpan<double> action, ReadOnlySpan<double> sent, in StepInput input, in StepResult result)
    {
        StepFacts facts = new()
        {
            ClipFraction = result.ClipFraction,
            ClipMagnitude = _pipeline.ClipMagnitude,
            Overridden = result.Verdict != Verdict.Pass,
            LatencyMs = input.LatencyMs ?? double.NaN,
        };
        if (input.IsNotOfPolicy)
        {
            _monitors.ObserveOther(sent, facts, result.HasCommand);
            return 0;
        }

        return _monitors.Observe(action, _pipeline.ActionIsUsable, sent, facts, result.HasCommand);
    }

    private void Warn(Action<string> sink)
    {
        foreach (ref readonly Intervention item in _pipeline.Log.OfStep)
        {
            sink(_text.Describe(item));
        }
    }
}
