using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Compares what the policy is shown.</summary>
internal static class ObservationDiff
{
    public static void Compare(ObservationSpec? before, ObservationSpec? after, DifferenceList list)
    {
        if (!list.BothPresent("observation", before, after))
        {
            return;
        }

        DifferenceList inside = list.Inside("observation");
        NamedPairs.Compare(before!.Cameras, after!.Cameras, camera => camera.Role, inside.Inside("cameras"), CompareCameras);
        CompareStates(before.State, after.State, inside);
        ComparePrompts(before.Prompt, after.Prompt, inside);
    }

    private static void CompareCameras(CameraSpec before, CameraSpec after, DifferenceList list)
    {
        list.Text("key", before.Key, after.Key);
        list.Number("width", before.Width, after.Width, "px");
        list.Number("height", before.Height, after.Height, "px");
        list.Text("color", before.Color, after.Color);
        list.Text("layout", before.Layout, after.Layout);
        list.Text("dtype", before.Dtype, after.Dtype);
        list.Number("rotate_deg", before.RotateDeg, after.RotateDeg, "deg");
        list.Text("flip", before.Flip, after.Flip);
        list.Text("crop", before.Crop, after.Crop);
        list.Text("resize", before.Resize, after.Resize);
        list.Text("optical_frame", before.OpticalFrame, after.OpticalFrame);
        list.Number("max_age_ms", before.MaxAgeMs, after.MaxAgeMs, "ms");
    }

    private static void CompareStates(StateSpec? before, StateSpec? after, DifferenceList list)
    {
        if (!list.BothPresent("state", before, after))
        {
            return;
        }

        DifferenceList inside = list.Inside("state");
        inside.Texts("channels", before!.Channels, after!.Channels);
        inside.Texts("units", [.. before.Units.Select(unit => unit.Symbol)], [.. after.Units.Select(unit => unit.Symbol)]);
        if (inside.BothPresent("normaliser", before.Normaliser, after.Normaliser))
        {
            string[] names = ChannelNames.Of(before.Channels, after.Channels);
            NormaliserDiff.Compare(before.Normaliser!, after.Normaliser!, names, inside.Inside("normaliser"));
        }
    }

    private static void ComparePrompts(PromptSpec? before, PromptSpec? after, DifferenceList list)
    {
        if (!list.BothPresent("prompt", before, after))
        {
            return;
        }

        DifferenceList inside = list.Inside("prompt");
        inside.Text("template", before!.Template, after!.Template);
        inside.Text("case", before.Case, after.Case);
        inside.Text("trailing_punctuation", before.TrailingPunctuation, after.TrailingPunctuation);
    }
}
