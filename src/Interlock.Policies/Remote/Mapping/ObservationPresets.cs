using Interlock.Core.Text;

namespace Interlock.Policies.Remote.Mapping;

/// <summary>
/// The observations of known servers. Cameras bear the names of the server's keys without <c>observation/</c> until
/// <see cref="RemoteObservation.WithCameras"/> says otherwise. Images are sent as they come: rotating and resizing is the camera's business.
/// </summary>
public static class ObservationPresets
{
    private static readonly Dictionary<string, RemoteObservation> ByName = new(StringComparer.Ordinal)
    {
        ["libero"] = Libero,
        ["droid"] = Droid,
        ["aloha"] = Aloha,
        ["openvla"] = OpenVla,
        ["openvla-oft"] = OpenVlaOft,
        ["openvla-oft-aloha"] = OpenVlaOftAloha,
    };

    /// <summary>Names for <see cref="Named"/>.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>openpi on LIBERO: image, wrist_image, state[8], prompt.</summary>
    public static RemoteObservation Libero => new(
    [
        new ObservationField.Image("observation/image", "image"),
        new ObservationField.Image("observation/wrist_image", "wrist_image"),
        new ObservationField.StateArray("observation/state"),
        new ObservationField.Prompt("prompt"),
    ]);

    /// <summary>openpi on DROID: two cameras, seven joints (rad), gripper, prompt. The actions are joint velocities.</summary>
    public static RemoteObservation Droid => new(
    [
        new ObservationField.Image("observation/exterior_image_1_left", "exterior_image_1_left"),
        new ObservationField.Image("observation/wrist_image_left", "wrist_image_left"),
        new ObservationField.StateArray("observation/joint_position", 0, DroidJoints),
        new ObservationField.StateArray("observation/gripper_position", DroidJoints, 1),
        new ObservationField.Prompt("prompt"),
    ]);

    /// <summary>openpi on ALOHA: state[14], four images [3, H, W] in the map <c>images</c>, prompt.</summary>
    public static RemoteObservation Aloha => new(
    [
        new ObservationField.StateArray("state"),
        .. new[] { "cam_high", "cam_low", "cam_left_wrist", "cam_right_wrist" }.Select(
            camera => new ObservationField.Image(camera, camera, ImageLayout.ColoursRowsColumns, "images")),
        new ObservationField.Prompt("prompt"),
    ]);

    /// <summary>OpenVLA: image, instruction.</summary>
    public static RemoteObservation OpenVla => new([new ObservationField.Image("image", "image"), new ObservationField.Prompt("instruction")]);

    /// <summary>OpenVLA-OFT on LIBERO: full_image, wrist_image, state[8], instruction.</summary>
    public static RemoteObservation OpenVlaOft => Oft("full_image", "wrist_image");

    /// <summary>OpenVLA-OFT on ALOHA: full_image, left_wrist_image, right_wrist_image, state[14], instruction.</summary>
    public static RemoteObservation OpenVlaOftAloha => Oft("full_image", "left_wrist_image", "right_wrist_image");

    private const int DroidJoints = 7;

    /// <summary>One of <see cref="Names"/>.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO125: not one of them.</exception>
    public static RemoteObservation Named(string name) => ByName.TryGetValue(name, out RemoteObservation? preset)
        ? preset
        : throw RemoteError.Of(
            RemoteCodes.UnknownPreset, "observation", name, $"{Quoted.Of(name)} is no known observation; there are {string.Join(", ", Names)}, and lerobot");

    /// <summary>LeRobot: a number <c>motor.pos</c> for every channel, an image under the bare name of every camera, task.</summary>
    /// <param name="motors">Names of the channels in their order, without <c>.pos</c>.</param>
    /// <param name="cameras">Names of the cameras, for the server and in the observation alike.</param>
    public static RemoteObservation Lerobot(IReadOnlyList<string> motors, IReadOnlyList<string> cameras) => new(
    [
        .. motors.Select((motor, channel) => new ObservationField.StateNumber($"{motor}.pos", channel)),
        .. cameras.Select(camera => new ObservationField.Image(camera, camera)),
        new ObservationField.Prompt("task"),
    ]);

    private static RemoteObservation Oft(params string[] images) => new(
    [
        .. images.Select(image => new ObservationField.Image(image, image)),
        new ObservationField.StateArray("state"),
        new ObservationField.Prompt("instruction"),
    ]);
}
