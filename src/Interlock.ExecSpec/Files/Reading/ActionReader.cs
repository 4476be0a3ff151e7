using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Reads the action representation.</summary>
internal static class ActionReader
{
    public static ActionSpec Read(GroupReader group)
    {
        group.Require("channels", "list the channels in the order of the action vector");
        return new ActionSpec
        {
            Quantity = group.Word<ActionSpace>("quantity") ?? ActionSpace.Other,
            Reference = group.Word<ActionReference>("reference"),
            RateHz = group.Number("rate_hz"),
            Horizon = group.WholeNumber("horizon"),
            Execute = group.WholeNumber("execute"),
            Channels = [.. group.Groups("channels", SpecKeys.Channel).Select(ReadChannel)],
            Rotations = [.. group.Groups("rotations", SpecKeys.Rotation).Select(ReadRotation)],
        };
    }

    private static ActionChannel ReadChannel(GroupReader group) => new()
    {
        Name = group.Require(SpecKeys.Name, "every channel has a name").Text(SpecKeys.Name) ?? "",
        Role = group.Word<ChannelRole>("role") ?? ChannelRole.Other,
        Unit = group.Unit("unit") ?? ChannelUnit.None,
        PhysicalPerCommand = group.Number("physical_per_command"),
        PhysicalUnit = group.Unit("physical_unit"),
        Frame = group.Text("frame"),
        Reference = group.Word<ActionReference>("reference"),
    };

    private static RotationGroup ReadRotation(GroupReader group)
    {
        group.Require("form", "state how the rotation is written").Require("channels", "name its channels in the order of the form");
        return new RotationGroup(group.Word<RotationForm>("form") ?? RotationForm.AxisAngle, group.Texts("channels") ?? [])
        {
            Composition = group.Word<RotationComposition>("composition"),
        };
    }
}
