namespace Interlock.Datasets.Tests.Parquet.Writing;

internal sealed record WrittenChunk(TestColumn Column, long Start, long DataStart, long Length);
