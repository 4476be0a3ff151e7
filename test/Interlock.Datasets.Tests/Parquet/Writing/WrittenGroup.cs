namespace Interlock.Datasets.Tests.Parquet.Writing;

internal sealed record WrittenGroup(int RowCount, WrittenChunk[] Chunks);
