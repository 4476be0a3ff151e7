using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>The action representation in the document.</summary>
internal sealed class ActionWriter(FieldWriter fields)
{
    public void Write(ActionSpec action)
    {
        fields.Word<ActionSpace>("quantity", action.Quantity);
        fields.Word("reference", action.Reference);
        fields.Number("rate_hz", action.RateHz);
        fields.Number("horizon", action.Horizon);
        fields.Number("execute", action.Execute);
        fields.Lines("channels", action.Channels, WriteChannel);
        fields.Lines("rotations", action.Rotations, WriteRotation);
    }

    private static void WriteChannel(ActionChannel channel, FieldWriter line)
    {
        line.Text(SpecKeys.Name, channel.Name);
        line.Word<ChannelRole>("role", channel.Role);
        line.Unit("unit", channel.Unit);
        line.Number("physical_per_command", channel.PhysicalPerCommand);
        line.Unit("physical_unit", channel.PhysicalUnit);
        line.Text("frame", channel.Frame);
        line.Word("reference", channel.Reference);
    }

    private static void WriteRotation(RotationGroup rotation, FieldWriter line)
    {
        line.Text("form", EnumWord.Of(rotation.Form));
        line.Word("composition", rotation.Composition);
        line.Texts("channels", rotation.Channels);
    }
}
