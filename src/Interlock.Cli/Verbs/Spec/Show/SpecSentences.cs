using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Show;

/// <summary>What the table of channels does not say.</summary>
internal static class SpecSentences
{
    public static IEnumerable<string> Of(ShownSpec shown)
    {
        ExecutableSpec spec = shown.Spec;
        IEnumerable<string?> sentences =
        [
            .. shown.Channels.Where(channel => channel.Channel.PhysicalPerCommand is not null)
                .GroupBy(channel => (channel.Channel.PhysicalPerCommand, channel.Channel.PhysicalUnit))
                .Select(group => Scale(group.Key.PhysicalPerCommand!.Value, group.Key.PhysicalUnit?.Symbol ?? "", [.. group])),
            spec.Unnormaliser is { Scheme: NormalisationScheme.MeanStd, Rows: not null } ? "±1 is one standard deviation; the network goes beyond it." : null,
            shown.Timesteps > 1 ? $"Statistics are kept for {shown.Timesteps} positions in the chunk; the table shows the first." : null,
            .. spec.Action.Rotations.Select(Rotation),
            spec.Gripper is { } gripper ? Gripper(gripper) : null,
            spec.Controller is { } controller ? Controller(controller) : null,
            .. spec.Observation?.Cameras.Select(Camera) ?? [],
            State(spec.Observation?.State),
            Prompt(spec.Observation?.Prompt),
            spec.Siblings.Count > 0 ? $"siblings: {string.Join(", ", spec.Siblings.Select(sibling => sibling.Key))}" : null,
        ];
        return sentences.OfType<string>();
    }

    private static string Scale(double perCommand, string unit, IReadOnlyList<ShownChannel> channels) =>
        $"A decoded 1 is {ShortNumber.Of(perCommand, unit)} in {string.Join(", ", channels.Select(channel => channel.Channel.Name))}.";

    private static string Rotation(RotationGroup rotation)
    {
        string composition = rotation.Composition is { } word ? $", offsets joined by {EnumWord.Of(word)}" : "";
        return $"rotation: {string.Join(", ", rotation.Channels)} as {EnumWord.Of(rotation.Form)}{composition}";
    }

    private static string Gripper(GripperMapping gripper)
    {
        string decision = gripper.Threshold is { } threshold
            ? $"decided at {ShortNumber.Of(threshold)} (exactly there: {EnumWord.Of(gripper.Tie)})"
            : "in between along the line";
        string open = $"open {ShortNumber.Of(gripper.PolicyOpen)} → {ShortNumber.Of(gripper.ControllerOpen)}";
        string closed = $"closed {ShortNumber.Of(gripper.PolicyClosed)} → {ShortNumber.Of(gripper.ControllerClosed)}";
        return $"gripper {gripper.Channel}: {open}, {closed}, {decision}";
    }

    private static string? Controller(ControllerSpec controller)
    {
        string?[] parts =
        [
            controller.Kind is { } kind ? EnumWord.Of(kind) : null,
            controller.Reference is { } reference ? $"takes {EnumWord.Of(reference)}" : null,
            controller.CommandUnit is { } unit ? $"in {unit}" : null,
            controller.RobotModel,
            controller.JointOrder is { } joints ? $"joints {string.Join(", ", joints)}" : null,
            controller.Serials is { } serials ? $"serials {string.Join(", ", serials)}" : null,
            Digest("urdf", controller.UrdfSha256),
            Digest("limits", controller.LimitsSha256),
            Digest("calibration", controller.CalibrationSha256),
        ];
        string[] stated = [.. parts.OfType<string>()];
        return stated.Length == 0 ? null : $"controller: {string.Join(" · ", stated)}";
    }

    private static string? Digest(string name, string? digest) => digest is null ? null : $"{name} {digest}";

    private static string Camera(CameraSpec camera)
    {
        string?[] parts =
        [
            camera.Width is { } width && camera.Height is { } height ? $"{width} × {height} px" : null,
            camera.Color,
            camera.Layout,
            camera.Dtype,
            camera.RotateDeg is { } turn ? $"turned by {turn} deg" : null,
            camera.Flip is { } flip ? $"flip {flip}" : null,
            camera.Crop is { } crop ? $"crop {crop}" : null,
            camera.Resize is { } resize ? $"resize {resize}" : null,
            camera.MaxAgeMs is { } age ? $"at most {ShortNumber.Of(age, "ms")} old" : null,
            camera.Key is { } key ? $"key {key}" : null,
        ];
        return $"camera {camera.Role}: {string.Join(", ", parts.OfType<string>().DefaultIfEmpty("nothing stated"))}";
    }

    private static string? State(StateSpec? state) => state is null ? null
        : $"state: {string.Join(", ", state.Channels.Select((name, i) => i < state.Units.Count ? $"{name} {state.Units[i]}".TrimEnd() : name))}";

    private static string? Prompt(PromptSpec? prompt) => prompt?.Template is { } template
        ? $"prompt {Quoted.Of(template)}{(prompt.Case is { } letters ? $", case {letters}" : "")}"
        : null;
}
