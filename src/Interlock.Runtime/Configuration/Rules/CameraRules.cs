using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Cameras are known by their names.</summary>
internal static class CameraRules
{
    public static void Check(RunSettings settings, RuleReport report)
    {
        HashSet<string> names = [];
        for (int i = 0; i < settings.Cameras.Count; i++)
        {
            CameraSettings camera = settings.Cameras[i];
            string key = $"cameras[{i}]";
            if (!names.Add(camera.Name))
            {
                report.Error("RT023", $"{key}.name", $"the camera {Quoted.Of(camera.Name)} is listed twice", "give each camera its own name");
            }

            KindKeys keys = new(key, EnumWord.Of(camera.Kind), report);
            keys.Need("path", camera.Path is not null, camera.Kind == CameraKind.Files, "name the folder with the images");
            keys.Refuse("path", camera.Path is not null, camera.Kind == CameraKind.Files);
        }

        CheckImages(settings.Policy, "policy", names, report);
        CheckImages(settings.FallbackPolicy, "fallback_policy", names, report);
    }

    private static void CheckImages(PolicySettings? policy, string key, HashSet<string> names, RuleReport report)
    {
        foreach ((string image, string camera) in policy?.Observation.Images ?? new Dictionary<string, string>())
        {
            if (!names.Contains(camera))
            {
                string hint = names.Count == 0 ? "list it under cameras" : Suggestion.Of(camera, [.. names], "Cameras");
                report.Error("RT023", $"{key}.observation.images", $"{Quoted.Of(image)} takes the camera {Quoted.Of(camera)}, which does not exist", hint, other: "cameras");
            }
        }

        for (int i = 0; i < policy?.Members.Count; i++)
        {
            CheckImages(policy.Members[i], $"{key}.members[{i}]", names, report);
        }
    }
}
