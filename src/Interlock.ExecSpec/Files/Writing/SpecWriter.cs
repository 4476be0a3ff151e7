using System.Buffers;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>The document of a specification.</summary>
internal sealed class SpecWriter(FieldWriter fields, DocumentScope scope)
{
    private readonly NormaliserWriter _normalisers = new(fields);

    public static byte[] Bytes(ExecutableSpec spec, DocumentScope scope)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (FieldWriter fields = new(buffer))
        {
            fields.Root(() => new SpecWriter(fields, scope).Write(spec));
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private void Write(ExecutableSpec spec)
    {
        fields.Text(SpecKeys.Schema, scope == DocumentScope.File ? SpecFile.SchemaReference : null);
        fields.Text(SpecKeys.Tag, SpecFile.FormatTag);
        fields.Text(SpecKeys.Name, scope == DocumentScope.Identity ? null : spec.Name);
        fields.Group("policy", spec.Policy, WritePolicy);
        fields.Group("observation", spec.Observation, new ObservationWriter(fields, _normalisers).Write);
        fields.Group("action", spec.Action, new ActionWriter(fields).Write);
        fields.Group(SpecKeys.Unnormaliser, spec.Unnormaliser, normaliser => WriteUnnormaliser(normaliser, spec.Action.Channels.Count));
        fields.Group("gripper", spec.Gripper, WriteGripper);
        fields.Group("controller", spec.Controller, WriteController);
        fields.Groups("siblings", spec.Siblings, _normalisers.Write);
    }

    private void WriteUnnormaliser(Normaliser normaliser, int channels)
    {
        _normalisers.Write(normaliser);
        if (scope == DocumentScope.File)
        {
            _normalisers.WriteEffective(normaliser, channels);
        }
    }

    private void WritePolicy(PolicyIdentity policy)
    {
        fields.Text(SpecKeys.Name, policy.Name);
        fields.Text("family", policy.Family);
        fields.Text("revision", policy.Revision);
        fields.Text("library", policy.Library);
        fields.Text("library_version", policy.LibraryVersion);
        fields.Text("dtype", policy.Dtype);
        fields.Number("sampler_steps", policy.SamplerSteps);
    }

    private void WriteGripper(GripperMapping gripper)
    {
        fields.Text("channel", gripper.Channel);
        fields.Number("policy_open", gripper.PolicyOpen);
        fields.Number("policy_closed", gripper.PolicyClosed);
        fields.Number("threshold", gripper.Threshold);
        fields.Word<GripperTie>("tie", gripper.Tie);
        fields.Number("controller_open", gripper.ControllerOpen);
        fields.Number("controller_closed", gripper.ControllerClosed);
    }

    private void WriteController(ControllerSpec controller)
    {
        fields.Word("kind", controller.Kind);
        fields.Word("reference", controller.Reference);
        fields.Texts("joint_order", controller.JointOrder);
        fields.Unit("command_unit", controller.CommandUnit);
        fields.Text("robot_model", controller.RobotModel);
        fields.Texts("serials", controller.Serials);
        fields.Text("urdf_sha256", controller.UrdfSha256);
        fields.Text("limits_sha256", controller.LimitsSha256);
        fields.Text("calibration_sha256", controller.CalibrationSha256);
    }
}
