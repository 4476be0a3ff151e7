using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Guard.Calibration;
using Interlock.Guard.Tests.Calibration;

namespace Interlock.Guard.Tests.Alarms;

/// <summary>The shift test as a user of the guard meets it.</summary>
public class EpisodeShiftInGuardTests
{
    private const int Steps = 80;
    private const int Channels = 3;

    private static readonly CalibrationOutcome Outcome =
        DemonstrationCalibrator.Calibrate(Demonstrations.Autoregressive(3, 60, Steps, Channels, 0.95), new CalibrationOptions());

    [Fact]
    public void Shifted_episodes_are_announced_once_at_the_first_step_of_the_next_episode()
    {
        ActionGuard guard = NewGuard();
        List<(int Episode, int Step)> announced = Run(guard, episodes: 40, shift: 3);
        (int episode, int step) = Assert.Single(announced);
        Assert.Equal(0, step);
        Assert.InRange(episode, 2, 20);
        Assert.True(guard.HasEpisodeShift);
    }

    [Fact]
    public void Episodes_like_the_demonstrations_announce_nothing()
    {
        ActionGuard guard = NewGuard();
        Assert.Empty(Run(guard, episodes: 60, shift: 0));
        Assert.False(guard.HasEpisodeShift);
        Assert.Contains(guard.Alarms, alarm => alarm is { Code: "GD413", Name: "episode_shift" });
    }

    [Fact]
    public void Episodes_without_steps_are_no_evidence()
    {
        ActionGuard guard = NewGuard();
        Run(guard, episodes: 2, shift: 3);
        for (int i = 0; i < 100; i++)
        {
            guard.BeginEpisode();
        }

        Assert.False(guard.HasEpisodeShift);
    }

    [Fact]
    public void Beginning_episodes_and_stepping_allocates_nothing()
    {
        ActionGuard guard = NewGuard();
        double[] action = new double[Channels];
        double[] safe = new double[Channels];
        long allocated = 0;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 5_000; i++)
            {
                action[0] = 0.01 * (i % 7);
                guard.Step(action, safe);
                if (i % 50 == 0)
                {
                    guard.BeginEpisode();
                }
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    private static ActionGuard NewGuard() => new(Outcome.Contract, new ActionGuardOptions { Calibration = Outcome.Calibration });

    private static List<(int Episode, int Step)> Run(ActionGuard guard, int episodes, double shift)
    {
        SeededRandom random = new(8);
        double[] safe = new double[Channels];
        List<(int, int)> announced = [];
        for (int e = 0; e < episodes; e++)
        {
            guard.BeginEpisode();
            Episode episode = Demonstrations.Autoregressive(random, e, Steps, Channels, 0.95);
            for (int t = 0; t < Steps; t++)
            {
                double[] action = [.. episode.Action(t).ToArray().Select(value => value + shift)];
                guard.Step(action, safe);
                foreach (int position in guard.LastAlarms)
                {
                    if (guard.Alarms[position].Code == "GD413")
                    {
                        announced.Add((e, t));
                    }
                }
            }
        }

        return announced;
    }
}
