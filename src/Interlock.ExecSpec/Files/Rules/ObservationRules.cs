using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Rules on the input side.</summary>
internal static class ObservationRules
{
    public static void Check(ObservationSpec? observation, RuleReport report)
    {
        if (observation is null)
        {
            return;
        }

        if (NumberRules.Length(observation.Cameras.Count, SpecLimits.MaxItems, "observation.cameras", report))
        {
            NameRules.CheckUnique([.. observation.Cameras.Select(camera => camera.Role)], i => $"observation.cameras[{i}].role", report);
            for (int i = 0; i < observation.Cameras.Count; i++)
            {
                CheckCamera(observation.Cameras[i], $"observation.cameras[{i}]", report);
            }
        }

        CheckState(observation.State, report);
        NameRules.CheckText(observation.Prompt?.Template, "observation.prompt.template", report);
        WordRules.Check(observation.Prompt?.Case, SpecWords.Cases, "observation.prompt.case", report);
        WordRules.Check(
            observation.Prompt?.TrailingPunctuation, SpecWords.TrailingPunctuations, "observation.prompt.trailing_punctuation", report);
    }

    private static void CheckCamera(CameraSpec camera, string key, RuleReport report)
    {
        NumberRules.Count(camera.Width, SpecLimits.MaxPixels, $"{key}.width", report);
        NumberRules.Count(camera.Height, SpecLimits.MaxPixels, $"{key}.height", report);
        NumberRules.Inside(camera.MaxAgeMs, SpecLimits.MinPositive, SpecLimits.MaxAgeMs, $"{key}.max_age_ms", "ms", report);
        WordRules.Check(camera.Color, SpecWords.Colors, $"{key}.color", report);
        WordRules.Check(camera.Layout, SpecWords.Layouts, $"{key}.layout", report);
        WordRules.Check(camera.Dtype, SpecWords.ImageDtypes, $"{key}.dtype", report);
        WordRules.Check(camera.Flip, SpecWords.Flips, $"{key}.flip", report);
        NameRules.CheckText(camera.Key, $"{key}.key", report);
        NameRules.CheckText(camera.Crop, $"{key}.crop", report);
        NameRules.CheckText(camera.Resize, $"{key}.resize", report);
        NameRules.CheckText(camera.OpticalFrame, $"{key}.optical_frame", report);
        if (camera.RotateDeg is { } rotation && !SpecWords.RotationsDeg.Contains(rotation))
        {
            WordRules.Unknown(ShortNumber.Of(rotation, "deg"), [.. SpecWords.RotationsDeg.Select(item => $"{item}")], $"{key}.rotate_deg", report);
        }
    }

    private static void CheckState(StateSpec? state, RuleReport report)
    {
        if (state is null || !NumberRules.Length(state.Channels.Count, SpecLimits.MaxChannels, "observation.state.channels", report))
        {
            return;
        }

        NameRules.CheckUnique(state.Channels, i => $"observation.state.channels[{i}]", report);
        if (state.Units.Count > 0 && state.Units.Count != state.Channels.Count)
        {
            string cause = $"{state.Units.Count} units for {state.Channels.Count} channels";
            report.Error("EX111", "observation.state.units", cause, "state one unit per channel, \"\" where there is none, or leave units out");
        }

        foreach (ChannelUnit unit in state.Units.Distinct())
        {
            WordRules.Check(unit, mayBeNone: true, "observation.state.units", report);
        }

        if (state.Normaliser is { } normaliser)
        {
            int? channels = state.Channels.Count == 0 ? null : state.Channels.Count;
            NormaliserRules.Check(normaliser, "observation.state.normaliser", channels, horizon: null, report);
        }
    }
}
