using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Meaning;

namespace Interlock.Runtime.Tests.Meaning;

public sealed class ChunkMeaningTests
{
    private static readonly (string, ChannelUnit) Shoulder = ("shoulder", ChannelUnit.Radian);
    private static readonly (string, ChannelUnit) Slide = ("slide", ChannelUnit.Metre);

    [Fact]
    public void Without_a_specification_rows_are_commands()
    {
        double[] commands = Apply(Specs.Contract(Shoulder, Slide), null, [1, 2, 3, double.NaN], state: [9, 9]);
        Assert.Equal([1, 2, 3, double.NaN], commands);
    }

    [Fact]
    public void Offsets_from_the_start_of_the_chunk_become_absolute_and_the_guard_is_told_so()
    {
        SafetyContract contract = Specs.Contract(Shoulder, Slide) with { Reference = ActionReference.RelativeChunk };
        ChunkMeaning meaning = Make(contract, null);
        double[] commands = new double[4];
        meaning.Apply([0.1, 0.2, 0.3, 0.4], [1, 2], [], commands);
        Assert.Equal([1.1, 2.2, 1.3, 2.4], commands);
        Assert.Equal(ActionReference.Absolute, meaning.GuardedContract.Reference);
    }

    [Fact]
    public void A_specification_gives_meaning_order_and_units_by_name()
    {
        SafetyContract contract = Specs.Contract(Slide, Shoulder);
        ExecutableSpec spec = Specs.Spec(ActionReference.Absolute, ("shoulder", ChannelUnit.Degree), ("slide", ChannelUnit.Millimetre));
        double[] commands = Apply(contract, spec, [0.5, -1], state: [0, 0]);
        Assert.Equal(-2e-3, commands[0], 12);
        Assert.Equal(Math.PI / 180, commands[1], 7);
    }

    [Fact]
    public void The_state_that_displacements_are_added_to_is_converted_too()
    {
        SafetyContract contract = Specs.Contract(Slide, Shoulder);
        ExecutableSpec spec = Specs.Spec(ActionReference.RelativeChunk, ("shoulder", ChannelUnit.Degree), ("slide", ChannelUnit.Millimetre));
        double[] commands = Apply(contract, spec, [0.5, -1], state: [0.3, Math.PI / 2]);
        Assert.Equal(0.3 - 2e-3, commands[0], 9);
        Assert.Equal((Math.PI / 2) + (Math.PI / 180), commands[1], 7);
    }

    [Fact]
    public void Nothing_is_allocated_once_it_is_made()
    {
        ChunkMeaning meaning = Make(Specs.Contract(Slide, Shoulder), Specs.Spec(ActionReference.RelativeChunk, Shoulder, Slide));
        double[] rows = [0.1, 0.2, 0.3, 0.4];
        double[] state = [1, 2];
        double[] commands = new double[4];
        Assert.Equal(0, AllocatedBytes.Of(() => meaning.Apply(rows, state, state, commands)));
    }

    private static double[] Apply(SafetyContract contract, ExecutableSpec? spec, double[] rows, double[] state)
    {
        double[] commands = new double[rows.Length];
        Make(contract, spec).Apply(rows, state, [], commands);
        return commands;
    }

    private static ChunkMeaning Make(SafetyContract contract, ExecutableSpec? spec)
    {
        DiagnosticCollector findings = new();
        ChunkMeaning? meaning = ChunkMeaning.TryMake(contract, spec, contract.Channels.Count, maxRows: 2, findings);
        findings.ThrowIfErrors();
        return meaning!;
    }
}
