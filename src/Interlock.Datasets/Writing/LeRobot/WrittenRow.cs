namespace Interlock.Datasets.Writing.LeRobot;

/// <summary>What the table of episodes says of one.</summary>
internal sealed record WrittenRow(int Index, long FirstFrame, int Length, string Task, IReadOnlyDictionary<string, FeatureStatistics> Statistics);
