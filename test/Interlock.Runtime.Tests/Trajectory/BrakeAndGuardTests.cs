using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Guard;
using Interlock.Policies.Scheduling;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Tests.Trajectory;

/// <summary>The brake in front of the guard: what the robot is sent, and how far that is from the learned path.</summary>
public sealed class BrakeAndGuardTests
{
    private const double PolicyHz = 20;
    private const double ControlHz = 200;
    private const int Rows = 80;

    [Theory]
    [InlineData(null, null)]
    [InlineData(8.0, null)]
    [InlineData(8.0, 800.0)]
    public void Braked_commands_stay_on_the_path_and_leave_the_guard_nothing_to_do(double? acceleration, double? jerk)
    {
        double[] rows = Walk(Rows);
        Trip braked = Drive(Contract(acceleration, jerk), rows, isBraked: true, start: 0);
        Trip raw = Drive(Contract(acceleration, jerk), rows, isBraked: false, start: 0);
        Assert.True(braked.ReachedEnd, $"{braked}");
        Assert.True(braked.Interventions == 0, $"{braked}");
        Assert.InRange(braked.FarthestFromPath, 0, 1e-9);
        Assert.True(raw.Interventions > 20 && raw.FarthestFromPath > 0.02, $"{raw}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(8.0)]
    public void A_robot_away_from_the_plan_is_brought_to_it_by_the_guard_and_then_follows_it(double? acceleration)
    {
        Trip trip = Drive(Contract(acceleration, null), Walk(Rows), isBraked: true, start: 0.7);
        Assert.True(trip.ReachedEnd, $"{trip}");
    }

    private static SafetyContract Contract(double? acceleration, double? jerk) => new()
    {
        Name = "arm",
        RateHz = ControlHz,
        Channels =
        [
            new() { Name = "a", Min = -9, Max = 9, MaxVelocity = 1, MaxAcceleration = acceleration, MaxJerk = jerk },
            new() { Name = "b", Min = -9, Max = 9, MaxVelocity = 1, MaxAcceleration = acceleration, MaxJerk = jerk },
        ],
    };

    private static double[] Walk(int rows)
    {
        SeededRandom random = new(21);
        double[] walk = new double[2 * rows];
        for (int i = 2; i < walk.Length; i++)
        {
            walk[i] = walk[i - 2] + (0.06 * random.NextNormal());
        }

        return walk;
    }

    private static Trip Drive(SafetyContract contract, double[] rows, bool isBraked, double start)
    {
        ChunkScheduler schedule = new(new() { PolicyRateHz = PolicyHz, ControlRateHz = ControlHz }, 2, Rows);
        schedule.BeginEpisode();
        schedule.Accept(rows, Rows, 0);
        PathBrake brake = new(contract, ControlHz);
        ActionGuard guard = new(contract);
        double[] last = [start, -start];
        double[] velocity = [0, 0];
        double[] action = new double[2];
        double[] command = new double[2];
        int interventions = 0;
        int ticks = 0;
        double farthest = 0;
        for (; ticks < 20_000 && schedule.RowsAhead > 0; ticks++)
        {
            double nominal = PolicyHz / ControlHz;
            schedule.Next(isBraked ? brake.Choose(schedule, last, velocity, nominal) : nominal, action);
            StepResult result = guard.Step(action, new StepInput { Measured = last }, command);
            interventions += result.InterventionCount;
            for (int i = 0; i < 2; i++)
            {
                velocity[i] = (command[i] - last[i]) * ControlHz;
                last[i] = command[i];
            }

            farthest = Math.Max(farthest, Distance(rows, command));
        }

        return new Trip(schedule.RowsAhead == 0, ticks, interventions, farthest);
    }

    private static double Distance(double[] rows, double[] point) => Enumerable.Range(0, Rows - 1).Min(row =>
    {
        double dx = rows[(2 * row) + 2] - rows[2 * row];
        double dy = rows[(2 * row) + 3] - rows[(2 * row) + 1];
        double px = point[0] - rows[2 * row];
        double py = point[1] - rows[(2 * row) + 1];
        double share = Math.Clamp(((px * dx) + (py * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(px - (share * dx), 2) + Math.Pow(py - (share * dy), 2));
    });

    private sealed record Trip(bool ReachedEnd, int Ticks, int Interventions, double FarthestFromPath);
}
