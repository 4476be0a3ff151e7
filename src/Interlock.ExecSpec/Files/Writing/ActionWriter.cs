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
        fields.Groups("channels", action.Channels, WriteChannel);
        fields.Groups("rotations", action.Rotations, WriteRotation);
    }

    private void WriteChannel(ActionChannel channel)
    {
        fields.Text(SpecKeys.Name, channel.Name);
        fields.Word<ChannelRole>("role", channel.Role);
        fields.Unit("unit", channel.Unit);
        fields.Number("physical_per_command", channel.PhysicalPerCommand);
        fields.Unit("physical_unit", channel.PhysicalUnit);
        fields.Text("frame", channel.Frame);
        fields.Word("reference", channel.Reference);
    }

    private void WriteRotation(RotationGroup rotation)
    {
        fields.Text("form", EnumWord.Of(rotation.Form));
        fields.Texts("channels", rotation.Channels);
    }
}
