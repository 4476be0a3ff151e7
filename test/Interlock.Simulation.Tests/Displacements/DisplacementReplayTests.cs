using Interlock.Simulation.Arm;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Tests.Displacements;

public sealed class DisplacementReplayTests
{
    [Fact]
    public void A_raw_replay_sends_the_commands_of_the_demonstration_to_the_last_bit()
    {
        foreach (TableTask task in TableTask.All)
        {
            DisplacementDemonstration demonstration = DisplacementDemonstration.Record(7, 0, task);

            ReplayRun run = DisplacementReplay.Run(demonstration);

            Assert.Equal(demonstration.Targets.Actions, run.Sent);
            Assert.Equal(demonstration.Actions.Success, run.Success);
        }
    }

    [Fact]
    public void A_raw_replay_moves_the_tool_where_it_was_measured()
    {
        DisplacementDemonstration demonstration = DisplacementDemonstration.Record(8, 0, TableTask.ToFar);
        KinematicChain measured = new(TableArm.Description);

        ReplayRun run = DisplacementReplay.Run(demonstration);

        for (int step = 1; step < demonstration.Actions.Length; step++)
        {
            measured.MoveTo(demonstration.Actions.State(step));
            Assert.InRange((run.Tool[step - 1].Position - measured.Tool.Position).Length, 0, 0.003);
        }
    }

    [Fact]
    public void A_displacement_that_is_off_at_every_step_adds_up()
    {
        const double offRad = 0.001;
        DisplacementDemonstration demonstration = DisplacementDemonstration.Record(7, 0, TableTask.ToLeft);

        ReplayRun run = DisplacementReplay.Run(demonstration, (action, decoded) =>
        {
            action.CopyTo(decoded);
            decoded[0] += offRad;
        });

        for (int step = 0; step < demonstration.Actions.Length; step++)
        {
            double expected = demonstration.Targets.Action(step)[0] + ((step + 1) * offRad);
            Assert.Equal(expected, run.Sent[step * demonstration.Actions.ActionDimension], 9);
        }
    }

    [Fact]
    public void The_same_replay_gives_the_same_bytes()
    {
        DisplacementDemonstration demonstration = DisplacementDemonstration.Record(9, 0, TableTask.ToNear);

        Assert.Equal(DisplacementReplay.Run(demonstration).Tool, DisplacementReplay.Run(demonstration).Tool);
    }
}
