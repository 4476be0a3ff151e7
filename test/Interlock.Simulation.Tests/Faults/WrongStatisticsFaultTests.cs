using Interlock.Simulation.Displacements;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Tests.Faults;

public sealed class WrongStatisticsFaultTests
{
    private const int Channels = 7;
    private const double OffRad = 0.01;

    private static readonly ActionTransform Unchanged = (action, decoded) => action.CopyTo(decoded);

    private static readonly ActionTransform Off = (action, decoded) =>
    {
        action.CopyTo(decoded);
        decoded[0] += OffRad;
    };

    [Fact]
    public void Right_statistics_leave_the_targets_as_they_are()
    {
        ActionChunk chunk = Ramp();
        double[] before = [.. chunk.Actions];

        Corrupt(chunk, 0, Unchanged);

        Assert.All(before.Zip(chunk.Actions), pair => Assert.Equal(pair.First, pair.Second, 12));
    }

    [Fact]
    public void Wrong_ones_add_up_from_the_onset_on()
    {
        ActionChunk chunk = Ramp();
        double[] before = [.. chunk.Actions];

        Corrupt(chunk, 4, Off);

        for (int row = 0; row < chunk.Horizon; row++)
        {
            double off = Math.Max(0, row - 4 + 1) * OffRad;
            Assert.Equal(before[row * Channels] + off, chunk.Row(row)[0], 12);
            Assert.Equal(before[(row * Channels) + 1], chunk.Row(row)[1], 12);
        }
    }

    [Fact]
    public void A_policy_that_sees_the_arm_still_does_its_task_when_the_statistics_are_right()
    {
        Assert.True(PickAndPlaceEpisode.Run(5, fault: new WrongStatisticsFault(0, Unchanged)).Success);
    }

    private static void Corrupt(ActionChunk chunk, int onset, ActionTransform transform)
    {
        WrongStatisticsFault fault = new(onset, transform);
        fault.Reset(1, Channels - 1);
        fault.ObserveSent(new double[Channels]);
        fault.Corrupt(chunk);
    }

    private static ActionChunk Ramp()
    {
        ActionChunk chunk = new(8, Channels);
        for (int i = 0; i < chunk.Actions.Length; i++)
        {
            chunk.Actions[i] = 0.03 * (i / Channels);
        }

        return chunk;
    }
}
