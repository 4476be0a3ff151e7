using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Policies.Scheduling;
using Interlock.Runtime.Trajectory;

namespace Interlock.Bench.Trajectory;

/// <summary>What the control thread pays for scheduling, braking along the chunk and the stop at hand. Ruckig needs 6.6 µs for a 7-joint trajectory.</summary>
internal sealed class TrajectoryBench
{
    private const int Joints = 7;
    private const int Channels = 14;
    private const int Rows = 50;
    private const int States = 1024;
    private const double PolicyHz = 30;
    private const double ControlHz = 1000;

    private readonly StepTimer _timer;
    private readonly double[] _states = new double[3 * Joints * States];
    private readonly double[] _rows = new double[Rows * Channels];

    public TrajectoryBench(TimeProvider clock)
    {
        _timer = new StepTimer(clock);
        SeededRandom random = new(1);
        for (int i = 0; i < _states.Length; i++)
        {
            _states[i] = random.NextDouble(-1, 1);
        }

        for (int i = Channels; i < _rows.Length; i++)
        {
            _rows[i] = _rows[i - Channels] + (0.02 * random.NextNormal());
        }
    }

    /// <summary>Median time to plan the stop of seven joints and verify it against bounds.</summary>
    public double StopNs()
    {
        StopTrajectory stop = new(Joints);
        StopLimits limits = new(Enumerable.Repeat(2.0, Joints), Enumerable.Repeat(8.0, Joints));
        double[] min = [.. Enumerable.Repeat(-3.0, Joints)];
        double[] max = [.. Enumerable.Repeat(3.0, Joints)];
        return _timer.MedianNs(step =>
        {
            int at = step % States * 3 * Joints;
            stop.Plan(_states.AsSpan(at, Joints), _states.AsSpan(at + Joints, Joints), _states.AsSpan(at + (2 * Joints), Joints), limits);
            stop.StaysInside(min, max);
        });
    }

    /// <summary>Median time to splice a chunk of 50 × 14 in.</summary>
    public double AcceptNs()
    {
        ChunkScheduler schedule = Schedule(ChunkBlending.WeightedAverage);
        return _timer.MedianNs(_ => schedule.Accept(_rows, Rows, schedule.NextStep));
    }

    /// <summary>Median time of a control tick with a new chunk every 25 policy steps.</summary>
    public double TickNs(bool isBraked)
    {
        ChunkScheduler schedule = Schedule(ChunkBlending.CrossFade);
        PathBrake brake = new(Contract(), ControlHz);
        double[] action = new double[Channels];
        double[] last = new double[Channels];
        double[] velocity = new double[Channels];
        return _timer.MedianNs(_ =>
        {
            if (schedule.WantsChunk)
            {
                schedule.Accept(_rows, Rows, schedule.NextStep);
            }

            double advance = isBraked ? brake.Choose(schedule, last, velocity, PolicyHz / ControlHz) : PolicyHz / ControlHz;
            schedule.Next(advance, action);
            for (int i = 0; i < Channels; i++)
            {
                velocity[i] = (action[i] - last[i]) * ControlHz;
                last[i] = action[i];
            }
        });
    }

    public static void Run(TextWriter output, TimeProvider clock)
    {
        TrajectoryBench bench = new(clock);
        output.WriteLine($"stop of {Joints} joints, planned and verified        {bench.StopNs(),8:0} ns (Ruckig 6600)");
        output.WriteLine($"splice of a chunk of {Rows} x {Channels}                 {bench.AcceptNs(),8:0} ns");
        output.WriteLine($"tick of the schedule, {Channels} channels              {bench.TickNs(false),8:0} ns");
        output.WriteLine($"tick with braking along the chunk             {bench.TickNs(true),8:0} ns");
    }

    private static ChunkScheduler Schedule(ChunkBlending blending)
    {
        ChunkScheduler schedule = new(new() { PolicyRateHz = PolicyHz, ControlRateHz = ControlHz, Blending = blending }, Channels, Rows);
        schedule.BeginEpisode();
        return schedule;
    }

    private static SafetyContract Contract() => new()
    {
        Name = "two arms",
        RateHz = ControlHz,
        Channels =
        [
            .. Enumerable.Range(0, Channels).Select(i => new ChannelContract
            {
                Name = $"joint_{i}", Min = -3, Max = 3, MaxVelocity = 1, MaxAcceleration = 10, MaxJerk = 500,
            }),
        ],
    };
}
