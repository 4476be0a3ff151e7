using System.Text.Json;
using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Reads <c>{"no_contract": […], "with_contract": […]}</c>: closed-loop outcomes without and with the guard.</summary>
internal static class PublishedConditions
{
    private static readonly string[] WithoutNames = ["no_contract", "without_guard"];
    private static readonly string[] WithNames = ["with_contract", "with_guard"];

    public static ConditionPair? Read(string name, JsonElement conditions, Findings findings)
    {
        IReadOnlyList<ConditionEpisode>? without = ReadOne(conditions, WithoutNames, findings);
        IReadOnlyList<ConditionEpisode>? with = ReadOne(conditions, WithNames, findings);
        return without is null || with is null ? null : new ConditionPair(name, findings.File, without, with);
    }

    private static ConditionEpisode[]? ReadOne(JsonElement conditions, string[] names, Findings findings)
    {
        foreach (string name in names)
        {
            if (conditions.TryGetProperty(name, out JsonElement array) && array.ValueKind == JsonValueKind.Array)
            {
                return ReadArray(array, findings, $"episodes.{name}");
            }
        }

        findings.Error(StudyCode.UnknownShape, $"there is no list of episodes under {string.Join(" or ", names)}", "episodes");
        return null;
    }

    private static ConditionEpisode[]? ReadArray(JsonElement array, Findings findings, string place)
    {
        if (array.GetArrayLength() == 0)
        {
            findings.Error(StudyCode.NoEpisodes, "there is no episode", place);
            return null;
        }

        ConditionEpisode[] episodes =
            [.. array.EnumerateArray().Select((item, index) => ReadEpisode(new JsonFields(item, findings, $"{place}[{index}]"), findings))];
        RequireDistinctSeeds(episodes, findings, place);
        return episodes;
    }

    private static ConditionEpisode ReadEpisode(JsonFields fields, Findings findings)
    {
        int before = findings.Count;
        bool? success = fields.Truth("success", StudyCode.NoLabel);
        if (success is null && findings.Count == before)
        {
            findings.Error(StudyCode.NoLabel, "the episode has no label: \"success\" is missing", fields.Place);
        }

        return new ConditionEpisode(
            fields.Label("seed"),
            success ?? false,
            fields.Count("steps", StudyCode.BadSteps),
            fields.Count("violations", StudyCode.BadValue),
            fields.Count("actions_modified", StudyCode.BadValue));
    }

    private static void RequireDistinctSeeds(ConditionEpisode[] episodes, Findings findings, string place)
    {
        HashSet<string> seen = [];
        foreach (string seed in episodes.Select(episode => episode.Seed).OfType<string>())
        {
            if (!seen.Add(seed))
            {
                findings.Error(StudyCode.DuplicateSeed, $"seed {seed} occurs twice, so its partner is not known", place);
            }
        }
    }
}
