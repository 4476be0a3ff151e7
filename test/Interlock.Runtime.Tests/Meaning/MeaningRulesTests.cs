using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Meaning;

namespace Interlock.Runtime.Tests.Meaning;

public sealed class MeaningRulesTests
{
    private static readonly SafetyContract Cell = Specs.Contract(("elbow", ChannelUnit.Radian), ("grip", ChannelUnit.Metre));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_policy_of_another_width_is_refused(int dimension)
    {
        Assert.Equal("RT140", Refusal(Cell, null, dimension));
        Assert.Equal("RT140", Refusal(Cell, Specs.Spec(ActionReference.Absolute, ("elbow", ChannelUnit.Radian), ("grip", ChannelUnit.Metre)), dimension));
    }

    [Fact]
    public void A_channel_that_only_one_of_the_two_knows_is_refused_with_the_nearest_name()
    {
        ExecutableSpec spec = Specs.Spec(ActionReference.Absolute, ("elbov", ChannelUnit.Radian), ("grip", ChannelUnit.Metre));
        DiagnosticException refusal = Refuse(Cell, spec, 2);
        Assert.All(refusal.Diagnostics, item => Assert.Equal("RT141", item.Code));
        Assert.Equal(2, refusal.Diagnostics.Count);
        Assert.Contains("elbov", refusal.Diagnostics[0].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_of_another_kind_are_refused() =>
        Assert.Equal("RT142", Refusal(Cell, Specs.Spec(ActionReference.Absolute, ("elbow", ChannelUnit.Millimetre), ("grip", ChannelUnit.Metre)), 2));

    [Fact]
    public void Orientations_relative_to_a_chunk_need_a_specification()
    {
        ChannelContract[] channels = [Cell.Channels[0] with { Role = ChannelRole.Orientation }, Cell.Channels[1]];
        Assert.Equal("RT143", Refusal(Cell with { Reference = ActionReference.RelativeChunk, Channels = channels }, null, 2));
    }

    [Fact]
    public void A_unit_that_nobody_declared_is_taken_as_it_is()
    {
        DiagnosticCollector findings = new();
        ExecutableSpec spec = Specs.Spec(ActionReference.Absolute, ("elbow", ChannelUnit.None), ("grip", ChannelUnit.Metre));
        Assert.NotNull(ChunkMeaning.TryMake(Cell, spec, 2, 1, findings));
    }

    private static string Refusal(SafetyContract contract, ExecutableSpec? spec, int dimension) => Refuse(contract, spec, dimension).Diagnostics[0].Code;

    private static DiagnosticException Refuse(SafetyContract contract, ExecutableSpec? spec, int dimension)
    {
        DiagnosticCollector findings = new();
        Assert.Null(ChunkMeaning.TryMake(contract, spec, dimension, 1, findings));
        return Assert.Throws<DiagnosticException>(findings.ThrowIfErrors);
    }
}
