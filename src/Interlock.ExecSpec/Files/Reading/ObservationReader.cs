using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Reads what the policy has to be shown.</summary>
internal static class ObservationReader
{
    public static ObservationSpec Read(GroupReader group, ReadingReport report) => new()
    {
        Cameras = [.. group.Groups("cameras", SpecKeys.Camera).Select(ReadCamera)],
        State = group.Group("state", SpecKeys.State) is { } state ? ReadState(state, report) : null,
        Prompt = group.Group("prompt", SpecKeys.Prompt) is { } prompt ? ReadPrompt(prompt) : null,
    };

    private static CameraSpec ReadCamera(GroupReader group) => new()
    {
        Role = group.Require("role", "say which camera it is, for example third_person").Text("role") ?? "",
        Key = group.Text("key"),
        Width = group.WholeNumber("width"),
        Height = group.WholeNumber("height"),
        Color = group.Text("color"),
        Layout = group.Text("layout"),
        Dtype = group.Text("dtype"),
        RotateDeg = group.WholeNumber("rotate_deg"),
        Flip = group.Text("flip"),
        Crop = group.Text("crop"),
        Resize = group.Text("resize"),
        OpticalFrame = group.Text("optical_frame"),
        MaxAgeMs = group.Number("max_age_ms"),
    };

    private static StateSpec ReadState(GroupReader group, ReadingReport report) => new()
    {
        Channels = group.Texts("channels") ?? [],
        Units = group.Units("units"),
        Normaliser = group.Group("normaliser", SpecKeys.Normaliser) is { } normaliser ? NormaliserReader.Read(normaliser, report) : null,
    };

    private static PromptSpec ReadPrompt(GroupReader group) => new()
    {
        Template = group.Text("template"),
        Case = group.Text("case"),
        TrailingPunctuation = group.Text("trailing_punctuation"),
    };
}
