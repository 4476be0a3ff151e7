using Interlock.Core.Diagnostics;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Remote.Lerobot;

/// <summary>
/// Asks LeRobot's asynchronous inference server: says what to load, sends observations, fetches chunks, and takes only the chunk that answers the last
/// observation. The server has one state for all its clients. Source: LeRobot 0.6.0, async_inference.
/// </summary>
public sealed class LerobotPolicy : RemotePolicy
{
    private readonly LerobotOptions _options;
    private readonly TimeProvider _time;
    private readonly ObservationWriter _writer;
    private readonly WireBuffer _payload = new();
    private LerobotChannel? _channel;
    private bool _isSetUp;
    private bool _isReady;
    private bool _isSetUpRemembered;

    /// <summary>Creates a client; nothing is connected yet.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">Measures every time-out and delay, and stamps the observations with its wall clock.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO124: not an address.</exception>
    public LerobotPolicy(LerobotOptions options, TimeProvider time)
        : base("lerobot", options, time, "http")
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)options.Generation, (int)PayloadGeneration.Empty);
        (_options, _time) = (options, time);
        _writer = new ObservationWriter(options.Observation, options.ActionDimension);
    }

    /// <inheritdoc />
    public override void BeginEpisode(ulong seed)
    {
        base.BeginEpisode(seed);

        // The server leaves out steps that it has seen; steps begin again with an episode.
        _isReady = false;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _channel?.Dispose();
        base.Dispose(disposing);
    }

    private protected override bool IsConnected() => _channel is not null;

    private protected override async Task OpenAsync(CancellationToken cancellation)
    {
        _channel = new LerobotChannel(Address, _options.Address, _options.LongestReplyBytes);
        await WithinAsync(_options.ConnectTimeout, "Ready", _channel.ReadyAsync, cancellation);
        _isSetUpRemembered = _isSetUp;
        if (!_isSetUp)
        {
            _payload.Clear();
            LerobotPayload.Write(_options.Setup, _options.Generation, _payload);
            await WithinAsync(_options.SetupTimeout, "SendPolicyInstructions", token => _channel.SetUpAsync(_payload.Written, token), cancellation);
        }

        (_isReady, _isSetUp) = (true, true);
    }

    private protected override async Task<RemoteAnswer> ExchangeAsync(PolicyRequest request, Deadline deadline)
    {
        LerobotChannel channel = _channel!;
        TimedObservation observation = new(NowS(), request.Observation.Step, new WireValue.Map(_writer.Write(request)), request.MustAnswer);
        if (!_isReady)
        {
            await channel.ReadyAsync(deadline.Token);
            _isReady = true;
        }

        _payload.Clear();
        LerobotPayload.Write(observation, _options.Generation, _payload);
        await channel.ObserveAsync(_payload.Written, deadline.Token);
        return new RemoteAnswer(LerobotChunk.Copy(await ActionsAsync(channel, observation, deadline), Values, _options.Address));
    }

    // Nothing from a server that was not told again what to load: it may have been started anew meanwhile.
    private async Task<IReadOnlyList<TimedAction>> ActionsAsync(LerobotChannel channel, TimedObservation observation, Deadline deadline)
    {
        try
        {
            IReadOnlyList<TimedAction> actions = await new ChunkWait(channel, _options, _time, Count).ForAsync(observation, deadline);
            _isSetUpRemembered = false;
            return actions;
        }
        catch (DiagnosticException failure) when (failure.Diagnostics[0].Code == RemoteCodes.NothingAvailable && _isSetUpRemembered && observation.MustGo)
        {
            _isSetUp = false;
            Drop();
            throw;
        }
    }

    private protected override void Drop()
    {
        _channel?.Dispose();
        _channel = null;
    }

    // A server that could not be reached may be another one now, with nothing loaded; one that was merely slow still has its policy, which takes minutes to load.
    private protected override void Lost(string code) => _isSetUp = _isSetUp && code == RemoteCodes.TimedOut;

    private async Task WithinAsync(TimeSpan span, string step, Func<CancellationToken, Task> call, CancellationToken cancellation)
    {
        using Deadline deadline = new(span, _time, cancellation);
        await deadline.GuardAsync(Finish(call(deadline.Token)), _options.Address, step, "no reply");
    }

    private static async Task<bool> Finish(Task call)
    {
        await call;
        return true;
    }

    private double NowS() => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
}
