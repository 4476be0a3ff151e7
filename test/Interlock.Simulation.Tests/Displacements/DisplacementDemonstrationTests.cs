using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Tests.Displacements;

public sealed class DisplacementDemonstrationTests
{
    public static TheoryData<string> Tasks => [.. TableTask.All.Select(task => task.Name)];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_operator_does_nearly_every_task(string name)
    {
        const int episodes = 40;
        DisplacementSet set = DisplacementSet.Record(TableTask.Find(name)!, episodes, seed: 3);

        Assert.True(set.Demonstrations.Count(item => item.Actions.Success == true) >= 39);
    }

    [Fact]
    public void No_displacement_exceeds_the_full_deflection_and_the_task_is_done_all_the_same()
    {
        DisplacementDemonstration demonstration = DisplacementDemonstration.Record(5, 0, TableTask.ToLeft, fullDeflectionRad: 0.01);

        for (int step = 0; step < demonstration.Actions.Length; step++)
        {
            Assert.All(demonstration.Actions.Action(step)[..^1].ToArray(), value => Assert.InRange(value, -0.01, 0.01));
        }

        Assert.True(demonstration.Actions.Success);
    }

    [Fact]
    public void The_gripper_is_open_at_one_and_closed_at_zero()
    {
        Assert.Equal(1, DisplacementController.GripperActionOf(DisplacementController.OpenM), 12);
        Assert.Equal(0, DisplacementController.GripperActionOf(DisplacementController.ClosedM), 12);
    }

    [Fact]
    public void Without_steps_in_which_nothing_happens_the_task_is_still_done()
    {
        DisplacementDemonstration demonstration = DisplacementDemonstration.Record(11, 0, TableTask.ToLeft);

        int[] kept = NoOpFilter.StepsKept(demonstration);

        Assert.InRange(kept.Length, demonstration.Actions.Length / 2, demonstration.Actions.Length - 1);
        Assert.All(Enumerable.Range(0, demonstration.Actions.Length).Except(kept), step => Assert.True(Norm(demonstration, step) < 1e-4));
        Assert.True(DisplacementReplay.Run(demonstration, steps: kept).Success);
    }

    private static double Norm(DisplacementDemonstration demonstration, int step) =>
        Math.Sqrt(demonstration.Actions.Action(step)[..^1].ToArray().Sum(value => value * value));
}
