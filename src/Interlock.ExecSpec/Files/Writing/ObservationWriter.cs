using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>The input side in the document.</summary>
internal sealed class ObservationWriter(FieldWriter fields, NormaliserWriter normalisers)
{
    public void Write(ObservationSpec observation)
    {
        fields.Groups("cameras", observation.Cameras, WriteCamera);
        fields.Group("state", observation.State, WriteState);
        fields.Group("prompt", observation.Prompt, WritePrompt);
    }

    private void WriteCamera(CameraSpec camera)
    {
        fields.Text("role", camera.Role);
        fields.Text("key", camera.Key);
        fields.Number("width", camera.Width);
        fields.Number("height", camera.Height);
        fields.Text("color", camera.Color);
        fields.Text("layout", camera.Layout);
        fields.Text("dtype", camera.Dtype);
        fields.Number("rotate_deg", camera.RotateDeg);
        fields.Text("flip", camera.Flip);
        fields.Text("crop", camera.Crop);
        fields.Text("resize", camera.Resize);
        fields.Text("optical_frame", camera.OpticalFrame);
        fields.Number("max_age_ms", camera.MaxAgeMs);
    }

    private void WriteState(StateSpec state)
    {
        fields.Texts("channels", state.Channels.Count == 0 ? null : state.Channels);
        fields.Texts("units", state.Units.Count == 0 ? null : state.Units.Select(unit => unit.Symbol));
        fields.Group("normaliser", state.Normaliser, normalisers.Write);
    }

    private void WritePrompt(PromptSpec prompt)
    {
        fields.Text("template", prompt.Template);
        fields.Text("case", prompt.Case);
        fields.Text("trailing_punctuation", prompt.TrailingPunctuation);
    }
}
