using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Replay;

/// <summary>Calls the guard as the control loop called it, tick by tick, from what the recording says of each tick.</summary>
/// <param name="guard">A fresh one with the contract of the run.</param>
/// <param name="order">Of the recording's channels.</param>
/// <param name="rateHz">Control ticks per second of the run.</param>
internal sealed class GuardFeed(ActionGuard guard, ChannelOrder order, double rateHz) : IGuardFeed
{
    private const double NsPerS = 1e9;

    private static readonly string Stopped = EnumWord.Of(SupervisorState.Stopped);
    private static readonly string AtStop = EnumWord.Of(MotionSource.Stop);

    private readonly double[] _action = new double[guard.ChannelCount];
    private readonly double[] _measured = new double[guard.ChannelCount];
    private readonly double[] _command = new double[guard.ChannelCount];
    private readonly GuardTime _time = new(NsPerS / rateHz);
    private FlightStep? _last;

    public ActionGuard Guard => guard;

    /// <summary>What came out at the newest step, in the recording's channel order; meaningful while the result has a command.</summary>
    public double[] Command { get; } = new double[guard.ChannelCount];

    /// <summary>
    /// False from a gap in the recording until the next episode begins: the guard's memory of earlier commands is then not that of the run.
    /// </summary>
    public bool KnowsPast { get; private set; }

    /// <summary>The guard's outcome; null when the loop did not call it at this tick.</summary>
    public StepResult? Take(FlightStep step)
    {
        bool follows = _last is null ? step.Tick == 0 : step.Tick == _last.Tick + 1;
        KnowsPast &= follows;
        BeforeStep(step, follows);
        bool isStopped = step.SupervisorState == Stopped;
        _last = step;
        if (step.Unnormalised is null)
        {
            return null;
        }

        if (isStopped && step.ActionSource == AtStop && !guard.IsLatched)
        {
            guard.RequestStop();
        }

        return Guarded(step);
    }

    // Leaving Stopped is the reset; a new number of the episode is its beginning. Both come before the step of their tick.
    private void BeforeStep(FlightStep step, bool follows)
    {
        if (_last?.SupervisorState == Stopped && step.SupervisorState != Stopped)
        {
            guard.ResetLatch();
        }

        if (_last is null)
        {
            KnowsPast = follows;
        }

        if (step.Episode != (_last?.Episode ?? 0))
        {
            guard.BeginEpisode(order.ToContract(step.State, _measured));
            KnowsPast |= follows;
        }
    }

    private StepResult Guarded(FlightStep step)
    {
        StepResult result = guard.Step(
            order.ToContract(step.Unnormalised, _action),
            new StepInput
            {
                Measured = order.ToContract(step.State, _measured),
                AgeMs = step.ActionLagMs,
                LatencyMs = step.LatencyMs,
                ForceN = step.ForceN,
                TorqueNm = step.TorqueNm,
                TimestampNs = _time.At(step.MonotonicNs),
                IsNotOfPolicy = step.LatencyMs is null,
            },
            _command);
        order.ToRecording(_command, Command);
        return result;
    }
}
