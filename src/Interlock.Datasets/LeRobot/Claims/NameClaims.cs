using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot.Channels;
using Interlock.Datasets.LeRobot.Metadata;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Compares names and shapes in info.json with the data.</summary>
internal static class NameClaims
{
    public static IEnumerable<DatasetOddity> Check(LeRobotFolder folder)
    {
        IEnumerable<DatasetOddity> action = Check(folder.Info, folder.Action);
        return folder.State is { } state ? action.Concat(Check(folder.Info, state)) : action;
    }

    private static IEnumerable<DatasetOddity> Check(LeRobotInfo info, Vector vector)
    {
        if (!info.Features.TryGetValue(vector.Column, out Feature? feature))
        {
            yield return new DatasetOddity(OddityCodes.NamesMissing, $"info.json does not describe '{vector.Column}'");
            yield break;
        }

        if (feature.Size is { } size && size != vector.Width)
        {
            yield return new DatasetOddity(
                OddityCodes.ShapeDiffers,
                $"info.json gives '{vector.Column}' {size} elements, the data {vector.Width}");
        }

        FeatureNames names = feature.Names;
        if (names.Shape is NameShape.NestedList or NameShape.Object)
        {
            yield return new DatasetOddity(
                OddityCodes.NamesNested,
                $"names of '{vector.Column}' are written as {(names.Shape == NameShape.Object ? "an object" : "a list in a list")}, not as a list");
        }

        if (names.Names is null)
        {
            yield return new DatasetOddity(
                OddityCodes.NamesMissing,
                $"'{vector.Column}' has no usable names, so nothing states the order of its {vector.Width} channels");
        }
        else if (names.Names.Count != vector.Width)
        {
            yield return new DatasetOddity(
                OddityCodes.NamesMissing,
                $"'{vector.Column}' has {names.Names.Count} names for {vector.Width} elements; they are not used");
        }

        string[] repeated = [.. (names.Names ?? []).GroupBy(name => name).Where(group => group.Skip(1).Any()).Select(group => group.Key)];
        if (repeated.Length > 0)
        {
            yield return new DatasetOddity(
                OddityCodes.NamesRepeated,
                $"'{vector.Column}' uses names more than once: {string.Join(", ", repeated)}");
        }
    }
}
