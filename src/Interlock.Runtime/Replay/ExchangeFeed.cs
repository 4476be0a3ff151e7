using System.Runtime.InteropServices;
using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Replay;

/// <summary>Calls the guard as a proxy called it, row by row of each reply; what was executed of a reply follows from where the next one begins.</summary>
/// <param name="guard">A fresh one with the contract of the session.</param>
/// <param name="order">Of the recording's channels.</param>
internal sealed class ExchangeFeed(ActionGuard guard, ChannelOrder order) : IGuardFeed
{
    /// <summary>Fact of a recording that a proxy made.</summary>
    public const string Fact = "interlock.proxy.client";

    /// <summary>What writing a command as float32 may change, relative to its size or to one unit, decoding included.</summary>
    private const double Rounding = 1e-6;

    private const string Held = "hold";

    private readonly int _width = guard.ChannelCount;
    private readonly double[] _action = new double[guard.ChannelCount];
    private readonly double[] _state = new double[guard.ChannelCount];
    private readonly double[] _safe = new double[guard.ChannelCount];
    private readonly double[] _recorded = new double[guard.ChannelCount];
    private readonly RowHistory _history = new(guard.ChannelCount);
    private readonly List<double> _reply = [];
    private FlightStep? _last;
    private double _firstStep;

    public ActionGuard Guard => guard;

    public double[] Command { get; } = new double[guard.ChannelCount];

    public bool KnowsPast => true;

    private bool IsRelative => guard.Contract.Reference == ActionReference.RelativeChunk;

    public StepResult? Take(FlightStep step)
    {
        ReadOnlySpan<double> state = order.ToContract(step.State, _state);
        if (step.ChunkAgeMs is 0)
        {
            BeginReply(step, state);
        }

        _last = step;
        ReadOnlySpan<double> action = step.ActionSource == Held ? default : order.ToContract(step.Unnormalised, _action);
        StepResult result = guard.Step(action, new StepInput { Measured = state, LatencyMs = step.LatencyMs, IsNotOfPolicy = action.IsEmpty }, _safe);
        Follow(step, state);
        return result;
    }

    private void BeginReply(FlightStep step, ReadOnlySpan<double> state)
    {
        if (step.Episode != _last?.Episode)
        {
            guard.BeginEpisode(state);
            _history.Begin(state);
        }
        else
        {
            int executed = (int)Math.Clamp(step.PolicyStep - _firstStep, 0, _reply.Count / _width);
            _history.Add(CollectionsMarshal.AsSpan(_reply)[..(executed * _width)]);
            if (!_history.IsEmpty)
            {
                guard.ResumeAfter(_history.All);
            }
        }

        _firstStep = step.PolicyStep;
        _reply.Clear();
        guard.BeginChunk(default, 1, IsRelative ? state : default);
    }

    // A command that was rounded when it was written is the recorded one, and the guard counts on from it.
    private void Follow(FlightStep step, ReadOnlySpan<double> state)
    {
        for (int i = 0; i < _width; i++)
        {
            _safe[i] += IsRelative ? state[i] : 0;
        }

        ReadOnlySpan<double> recorded = order.ToContract(step.Guarded, _recorded);
        bool isMonitor = guard.Contract.Mode == GuardMode.Monitor;
        ReadOnlySpan<double> allowed = isMonitor ? guard.GuardedCommand : _safe;
        bool isRounded = !isMonitor && !recorded.IsEmpty && !recorded.SequenceEqual(allowed) && IsNear(recorded, allowed);
        order.ToRecording(isRounded ? _recorded : allowed.ToArray(), Command);
        _reply.AddRange(isMonitor || recorded.IsEmpty ? _safe : recorded);
        if (isRounded)
        {
            int known = Math.Min(_reply.Count, RowHistory.RowsOfMotion * _width);
            guard.ResumeAfter(CollectionsMarshal.AsSpan(_reply)[^known..]);
        }
    }

    private static bool IsNear(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        bool isNear = true;
        for (int i = 0; i < a.Length; i++)
        {
            isNear &= Math.Abs(a[i] - b[i]) <= Rounding * Math.Max(1, Math.Abs(b[i]));
        }

        return isNear;
    }
}
